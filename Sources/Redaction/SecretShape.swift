/// The shape of one issuer's keys: what they begin with, and what follows.
struct SecretShape: Sendable {
    /// Letters a key is made of.
    enum Alphabet: Sendable {
        case alphanumeric, word, dashed, dotted, base64, hex, upper, upperDashed
        /// Letters and digits in which even filler counts: the prefix alone is proof.
        case opaque
    }

    var prefix: String
    var alphabet: Alphabet
    var least: Int
    var most: Int

    init(_ prefix: String, _ alphabet: Alphabet, _ least: Int, _ most: Int = 4096) {
        self.prefix = prefix
        self.alphabet = alphabet
        self.least = least
        self.most = most
    }

    /// Prefixes that issuers document for scanners, with the length of what follows.
    static let known: [SecretShape] =
        [
            .init("AKIA", .upper, 16, 16), .init("ASIA", .upper, 16, 16), .init("ABIA", .upper, 16, 16),
            .init("ACCA", .upper, 16, 16), .init("A3T", .upper, 17, 17), .init("ABSK", .base64, 100, 280),
            .init("bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t", .opaque, 0),
            .init("ghp_", .alphanumeric, 30), .init("gho_", .alphanumeric, 30),
            .init("ghu_", .alphanumeric, 30), .init("ghs_", .alphanumeric, 30),
            .init("ghr_", .alphanumeric, 30),
            .init("github_pat_", .word, 60), .init("glpat-", .dotted, 20), .init("gldt-", .dashed, 20),
            .init("glptt-", .hex, 40), .init("glrt-", .dashed, 20), .init("glsoat-", .dashed, 20, 20),
            .init("glcbt-", .dashed, 20),
            .init("glft-", .dashed, 20), .init("glffct-", .dashed, 20), .init("glimt-", .dashed, 25, 25),
            .init("glagent-", .dashed, 40), .init("gloas-", .dashed, 64, 64),
            .init("GR1348941", .dashed, 20, 20),
            .init("_gitlab_session=", .alphanumeric, 20), .init("sk_live_", .alphanumeric, 10),
            .init("sk_test_", .alphanumeric, 10),
            .init("sk_prod_", .alphanumeric, 10), .init("rk_live_", .alphanumeric, 10),
            .init("rk_test_", .alphanumeric, 10),
            .init("rk_prod_", .alphanumeric, 10), .init("sk-ant-api03-", .dashed, 80, 120),
            .init("sk-ant-admin01-", .dashed, 80, 120),
            .init("sk-ant-oat01-", .dashed, 80, 120), .init("sk-or-v1-", .hex, 64),
            .init("sk-proj-", .dashed, 40),
            .init("sk-svcacct-", .dashed, 40), .init("sk-admin-", .dashed, 40),
            .init("sk-", .alphanumeric, 32),
            .init("xoxb-", .dashed, 20), .init("xoxp-", .dashed, 30), .init("xoxa-", .dashed, 20),
            .init("xoxr-", .dashed, 12),
            .init("xoxs-", .dashed, 20), .init("xoxo-", .dashed, 20), .init("xoxe-", .dashed, 20),
            .init("xoxe.xox", .dashed, 150),
            .init("xapp-", .dashed, 20), .init("AIzaSy", .dashed, 33, 33), .init("ya29.", .dashed, 20),
            .init("GOCSPX-", .dashed, 20),
            .init("npm_", .alphanumeric, 36), .init("pypi-AgE", .dashed, 50), .init("SG.", .dotted, 66, 66),
            .init("key-", .hex, 32, 32),
            .init("dop_v1_", .hex, 64), .init("doo_v1_", .hex, 64), .init("dor_v1_", .hex, 64),
            .init("dapi", .hex, 32),
            .init("shpat_", .hex, 32), .init("shpca_", .hex, 32), .init("shppa_", .hex, 32),
            .init("shpss_", .hex, 32),
            .init("sq0atp-", .dashed, 22), .init("sq0csp-", .dashed, 40), .init("EAAA", .dashed, 22, 64),
            .init("hf_", .alphanumeric, 34, 34),
            .init("api_org_", .alphanumeric, 30), .init("lin_api_", .alphanumeric, 40),
            .init("PMAK-", .dashed, 50),
            .init("rubygems_", .hex, 48), .init("sntrys_eyJ", .base64, 60), .init("sntryu_", .hex, 64, 64),
            .init("glsa_", .word, 40),
            .init("glc_", .base64, 32), .init("eyJrIjoi", .base64, 60), .init("NRAK-", .alphanumeric, 27),
            .init("NRJS-", .hex, 19),
            .init("NRII-", .dashed, 32), .init("p8e-", .alphanumeric, 32), .init("pscale_tkn_", .dotted, 32),
            .init("pscale_pw_", .dotted, 32), .init("pscale_oauth_", .dotted, 32), .init("pul-", .hex, 40),
            .init("ops_eyJ", .base64, 240),
            .init("AGE-SECRET-KEY-1", .opaque, 58, 58), .init("AKC", .opaque, 10),
            .init("cmVmd", .alphanumeric, 50), .init("CLOJARS_", .hex, 60),
            .init("dp.pt.", .alphanumeric, 43), .init("duffel_test_", .dashed, 43),
            .init("duffel_live_", .dashed, 43), .init("dt0c01.", .dotted, 80),
            .init("EZAK", .alphanumeric, 54), .init("EZTK", .alphanumeric, 54),
            .init("FLWPUBK_TEST-", .dashed, 32), .init("FLWSECK_TEST-", .dashed, 12),
            .init("FLWSECK-", .dashed, 12),
            .init("fio-u-", .dashed, 64), .init("fm1", .base64, 100), .init("fm2_", .base64, 100),
            .init("fo1_", .dashed, 43),
            .init("tk-us-", .dashed, 48), .init("live_", .alphanumeric, 35),
            .init("test_", .alphanumeric, 35), .init("sfp_", .word, 40),
            .init("CFPAT-", .dashed, 43), .init("v1.0-", .hex, 24), .init("HRKU-", .dashed, 36),
            .init("hvs.", .dashed, 90),
            .init("hvb.", .dashed, 100), .init("pat-na1-", .dashed, 36), .init("ico-", .alphanumeric, 32),
            .init("maca_", .word, 60), .init("sha256~", .dashed, 43), .init("pplx-", .alphanumeric, 48),
            .init("pnu_", .alphanumeric, 36),
            .init("rdme_", .alphanumeric, 70), .init("xkeysib-", .dashed, 64),
            .init("shippo_live_", .hex, 40), .init("shippo_test_", .hex, 40),
            .init("sgp_", .hex, 40, 40), .init("sgp_", .word, 57, 57), .init("sgp_local_", .hex, 40, 40),
            .init("tfp_", .alphanumeric, 40),
            .init("ntn_", .alphanumeric, 46, 46), .init("secret_", .alphanumeric, 40),
            .init("perm:", .dotted, 40), .init("AQVN", .dashed, 35), .init("YCA", .dashed, 36),
            .init("LTAI", .alphanumeric, 17),
            .init("AQEDA", .base64, 100), .init("EAAM", .alphanumeric, 60),
            .init("EAAC", .alphanumeric, 60), .init("ATATT3", .dotted, 100), .init("ATCTT3", .dotted, 100),
            .init("mfa.", .dashed, 80),
            .init("CiQ", .base64, 150), .init("figd_", .dashed, 36), .init("whsec_", .base64, 24),
            .init("sb_secret_", .dashed, 20),
            .init("gsk_", .alphanumeric, 40), .init("xai-", .alphanumeric, 60),
            .init("r8_", .alphanumeric, 36), .init("nvapi-", .dashed, 50),
            .init("phc_", .alphanumeric, 40), .init("phx_", .alphanumeric, 40), .init("tskey-", .dashed, 20),
            .init("vercel_", .alphanumeric, 24),
            .init("dckr_pat_", .dashed, 24), .init("atlasv1.", .dashed, 40),
            .init("key_", .alphanumeric, 32, 64), .init("MII", .base64, 400),
            .init("hooks.slack.com/", .dotted, 30), .init("discord.com/api/webhooks/", .dotted, 60),
            .init("webhook.office.com/", .dotted, 60),
            .init("artifactory_", .dashed, 64), .init("A3-", .upperDashed, 35, 36),
            .init("s-s4t2ud-", .hex, 64), .init("s-s4t2af-", .hex, 64),
        ] + "0123456789ABCDEF".map { .init("AP\($0)", .opaque, 10) }

    /// Whether a byte belongs to the alphabet.
    func admits(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .alphanumeric, .opaque: byte.isAlphanumeric
        case .word: byte.isAlphanumeric || byte == 0x5F
        case .dashed: byte.isAlphanumeric || byte == 0x5F || byte == 0x2D
        case .dotted: byte.isAlphanumeric || oneOf("_-.=/:@", byte)
        case .base64: byte.isAlphanumeric || oneOf("+/=_-.%", byte)
        case .hex: byte.isHex
        case .upper: byte.isUpper || byte.isDigit
        case .upperDashed: byte.isUpper || byte.isDigit || byte == 0x2D
        }
    }
}
