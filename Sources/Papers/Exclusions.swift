/// The list of what an agreement does not count as confidential.
enum Exclusions {
    /// The usual grounds, each by its name in the parameters.
    enum Ground: String, CaseIterable {
        case `public`
        case priorKnowledge = "prior_knowledge"
        case thirdPartySource = "third_party_source"
        case independent
    }

    private struct Cues {
        var lexicon: Lexicon
        var lead: [Cue]
        var grounds: [(Ground, [Cue])]

        init() {
            var lexicon = Lexicon(classes: Grammar.classes)
            func cues(_ lines: String) -> [Cue] {
                lines.split(separator: "\n").map { Cue(String($0), &lexicon) }
            }
            lead = cues(
                """
                stop|stops|cease|ceases ..2 being|be ..2 confidential
                not ..8 constitute|include|apply|extend|deemed|considered
                no|not ..3 liability|liable|responsible ..10 disclos*|use|disclosed
                not ..3 obligated|obliged|required|restricted ..14 information|confidentiality|confidential|proprietary
                not ..3 restrict|limit|impose|prohibit|prevent ..10 disclos*|use|obligation*
                not including
                exception of
                free ..3 use|disclose
                not ..4 concern|apply|applies|applicable|include|cover|covers|extend|extends|constitute|count
                not ..3 attach|bite|affect|govern|bind|catch|reach|relate ..2 to|on|any|anything|information
                falls|fall|falling|lies|outside ..3 outside|scope|reach
                not ..4 considered|deemed|regarded ..4 confidential
                none ..4 applies|apply|covers
                not ..2 breached|infringed|violated by
                not ..2 secret|secrets|confidential
                not ..2 covered|confidential|count|included|subject
                no ..8 obligation|obligations|duty ..14 information|which|that
                exclud*|exception*|exempt*
                except|unless|save ..12 information|is|that|which|it|where
                may disclose ..10 if
                """)
            grounds = [
                (
                    .public,
                    cues(
                        """
                        public ..2 domain|knowledge|information
                        publicly ..2 releasable|accessible|released
                        publicly ..3 available|known|accessible|disclosed
                        generally ..3 available|known
                        becomes|become|is ..6 public|publicly
                        available|known to ..2 public
                        already|is|be|was public
                        enter|enters|entered|within ..2 public
                        has|have been published|released
                        already ..2 out|everywhere
                        common knowledge
                        everyone|everybody|anyone ..4 knows|know|find|see
                        """)
                ),
                (
                    .priorKnowledge,
                    cues(
                        """
                        known|knew|possess*|possession|aware ..14 prior|before|beforehand|already|previously|time|earlier
                        already|previously|rightfully|lawfully ..6 known|knew|possess*|possession|held|had|hands|available
                        had|held|knew ..4 before|beforehand|already
                        """)
                ),
                (
                    .thirdPartySource,
                    cues(
                        """
                        received|receives|obtain*|acquired|disclosed|learn*|available ..16 from|by ..10 third|source|person|party|others|parties
                        somebody|someone|others|anyone|source ..6 free|may|right|entitled|lawful*|liberty|told|gave|passed
                        party|person ..4 at liberty
                        comes|came|known|obtained|received|receives|gets|learned|learnt|heard|had|got ..5 from ..8 third|someone|somebody|source|another
                        third ..2 party|person|parties ..6 without|no|not|free ..6 restriction*|obligat*|duty|breach*|confidential*
                        """)
                ),
                (
                    .independent,
                    cues(
                        """
                        independently ..6 develop*|conceiv*|creat*|deriv*|discover*|generat*|arrived
                        creates|create|develops|works|developed ..3 independently|out|without ..6 using|use|reference|it
                        developed|develop|develops ..10 independently|independent
                        """)
                ),
            ]
            self.lexicon = lexicon
        }
    }

    private static let cues = Cues()

    /// The grounds a passage names.
    static func grounds(of passages: [Passage]) -> [Ground] {
        var vocabulary = Vocabulary(cues.lexicon)
        var found: Set<Ground> = []
        for passage in passages {
            let own = passage.words[passage.ownStart...].map { vocabulary.number($0) }
            for (ground, lines) in cues.grounds
            where lines.contains(where: { $0.match(own, ownStart: 0, &vocabulary) != nil }) {
                found.insert(ground)
            }
        }
        return Ground.allCases.filter(found.contains)
    }

    /// The numbers of the passages that make up such lists: introduced as exceptions, with a ground.
    static func passages(of outline: Outline) -> [Int] {
        var vocabulary = Vocabulary(cues.lexicon)
        var result: [Int] = []
        for (index, passage) in outline.passages.enumerated() {
            let all = passage.words.map { vocabulary.number($0) }
            let own = Array(all[passage.ownStart...])
            let hasGround = cues.grounds.contains { ground in
                ground.1.contains { $0.match(own, ownStart: 0, &vocabulary) != nil }
            }
            guard hasGround else { continue }
            if cues.lead.contains(where: { $0.match(all, ownStart: 0, &vocabulary) != nil }) {
                result.append(index)
            }
        }
        // One ground alone is an aside unless its introduction is plainly an exception.
        let byClause = Dictionary(grouping: result) { Outline.base(of: outline.passages[$0].clause) }
        return result.filter { index in
            let clause = Outline.base(of: outline.passages[index].clause)
            let row = (byClause[clause] ?? []).map { outline.passages[$0] }
            return grounds(of: row).count >= 2 || outline.passages[index].ownStart > 0
        }
    }
}
