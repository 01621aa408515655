/// Agreements made up for the tests.
enum Samples {
    static let services = """
        Freelance Services Agreement

        1. Services. The Contractor shall perform the Services described in each Order Form.

        2. Use of AI
        2.1 The Contractor shall not use any generative AI tool in performing the Services unless the Client \
        has approved the tool in writing for that Order Form.
        2.2 The Contractor must not upload, paste or otherwise enter Client Materials or Personal Data into any \
        AI system, including ChatGPT, Claude, Gemini and DeepL.
        2.3 Notwithstanding 2.2, the Contractor may use enterprise AI tools where the provider undertakes not to \
        train its models on Client Materials and does not retain them.
        2.4 No Client Materials may be used to train, fine-tune or improve any machine learning model.
        2.5 The Contractor shall keep a record of each use of AI, stating the tool, its version and the date, and \
        make it available on request for two years after completion of the Services.
        2.6 Any AI-generated output must be reviewed by a human and labelled as such.

        3. Subcontractors. The Contractor shall not subcontract the Services without the Client's prior written \
        consent. The Contractor shall comply with the policies of the Client's end customers.

        4. Data location. Personal Data shall be stored and processed only within the European Economic Area. \
        The Contractor shall not transfer Personal Data outside the EEA without Standard Contractual Clauses. \
        The Contractor shall not use vendors headquartered in, or controlled from, China or Russia.

        5. Security. The Contractor shall use multi-factor authentication and full-disk encryption. The \
        Contractor shall notify the Client within 24 hours after becoming aware of any actual or suspected \
        unauthorised access to Client Materials.

        6. Data processing. Where the Contractor processes Personal Data, the parties shall enter into a data \
        processing agreement and the Contractor shall process such data only on documented instructions. The \
        Contractor shall anonymise Personal Data where possible before processing it.

        7. Confidentiality. The Contractor shall keep all Confidential Information strictly confidential and \
        shall not disclose it to any third party. These obligations continue for a period of five years from \
        the date of each disclosure.

        8. Return. Within 30 days after the end of the Services the Contractor shall delete all Client Materials, \
        including copies held by its tool vendors, and certify the deletion in writing.

        9. Non-solicitation. For twelve months after the last service the Contractor shall not directly contact \
        the Client's clients to offer services.

        10. Days. If a deadline falls on a Saturday, Sunday or public holiday, it is extended to the next \
        business day.

        11. Law. This Agreement is governed by the laws of England and Wales and the parties submit to the \
        exclusive jurisdiction of the courts of London. No variation shall be effective unless in writing and \
        signed by both parties.
        """
}
