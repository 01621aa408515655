/// The tables of the ledger, as numbered migrations: entry 0 makes version 1 out of an empty file.
enum Schema {
    /// `BkHd`, so that no other program's file is taken for a ledger.
    static let applicationID = 0x426B_4864
    static var version: Int { migrations.count }

    static let migrations: [String] = [first, undo, basisOfSessions, termFlags, reading]

    /// The last changes of the records, each with what SQLite needs to take it back.
    private static let undo = """
        CREATE TABLE undo(
            seq INTEGER PRIMARY KEY, changes BLOB NOT NULL,
            undone INTEGER NOT NULL CHECK(undone IN (0, 1))) STRICT;
        """

    /// Lets a client's terms be kept in one capitalization alone, or be exempt from redaction.
    private static let termFlags = """
        CREATE TABLE client_term_new(
            client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
            role TEXT NOT NULL CHECK(role IN
                ('alias', 'name', 'codename', 'domain', 'custom', 'case-sensitive', 'allowed')),
            position INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY(client, role, position)) STRICT, WITHOUT ROWID;
        INSERT INTO client_term_new SELECT client, role, position, text FROM client_term;
        DROP TABLE client_term;
        ALTER TABLE client_term_new RENAME TO client_term;
        """

    /// How far a person has come with a term, and what happened under an agreement.
    ///
    /// What was written before the quote of a term becomes a column of its own.
    private static let reading = """
        ALTER TABLE agreement ADD COLUMN first_disclosure TEXT
            CHECK(first_disclosure IS date(first_disclosure));
        ALTER TABLE agreement ADD COLUMN returned TEXT CHECK(returned IS date(returned));
        ALTER TABLE obligation ADD COLUMN reading TEXT CHECK(reading IN ('proposed', 'unknown'));
        UPDATE obligation SET reading = 'proposed', quote = substr(quote, 20)
            WHERE substr(quote, 1, 19) = '[proposed, unread] ';
        UPDATE obligation SET reading = 'unknown', quote = substr(quote, 11)
            WHERE substr(quote, 1, 10) = '[unknown] ';
        """

    private static let first = """
        CREATE TABLE workspace(
            one INTEGER PRIMARY KEY CHECK(one = 1),
            home_region TEXT,
            fact_max_age_days INTEGER NOT NULL DEFAULT 180 CHECK(fact_max_age_days >= 0),
            operates_as TEXT NOT NULL DEFAULT 'individual' CHECK(operates_as IN ('individual', 'entity')),
            current_client TEXT, current_engagement TEXT, catalog_fingerprint TEXT) STRICT;
        INSERT INTO workspace(one) VALUES (1);

        CREATE TABLE client(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, tag TEXT NOT NULL,
            jurisdiction TEXT, conflict_class TEXT,
            terms TEXT NOT NULL CHECK(terms IN ('recorded', 'none')),
            archived INTEGER NOT NULL CHECK(archived IN (0, 1))) STRICT;
        CREATE TABLE client_term(
            client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
            role TEXT NOT NULL CHECK(role IN ('alias', 'name', 'codename', 'domain', 'custom')),
            position INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY(client, role, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE engagement(
            key INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client ON DELETE CASCADE,
            id TEXT NOT NULL, title TEXT NOT NULL, codename TEXT, data TEXT NOT NULL,
            starts TEXT CHECK(starts IS date(starts)), ends TEXT CHECK(ends IS date(ends)),
            status TEXT NOT NULL CHECK(status IN ('active', 'closed')),
            archived INTEGER NOT NULL CHECK(archived IN (0, 1)), UNIQUE(client, id)) STRICT;
        CREATE TABLE engagement_directory(
            engagement INTEGER NOT NULL REFERENCES engagement ON DELETE CASCADE,
            position INTEGER NOT NULL, path TEXT NOT NULL,
            PRIMARY KEY(engagement, position)) STRICT, WITHOUT ROWID;

        CREATE TABLE agreement(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK(kind IN ('nda', 'msa', 'sow', 'dpa', 'baa', 'vendor-terms', 'house')),
            client INTEGER REFERENCES client, vendor TEXT, engagement INTEGER REFERENCES engagement, title
            TEXT,
            signed TEXT CHECK(signed IS date(signed)), effective TEXT CHECK(effective IS date(effective)),
            expires TEXT CHECK(expires IS date(expires)),
            terminated TEXT CHECK(terminated IS date(terminated)),
            last_disclosure TEXT CHECK(last_disclosure IS date(last_disclosure)),
            survival TEXT, survival_from TEXT
                CHECK(survival_from IN ('effective', 'signed', 'expires', 'terminated', 'last-disclosure')),
            trade_secrets_perpetual INTEGER NOT NULL CHECK(trade_secrets_perpetual IN (0, 1)),
            governing_law TEXT, document_path TEXT, document_sha256 TEXT,
            archived INTEGER NOT NULL CHECK(archived IN (0, 1)),
            CHECK((kind IN ('dpa', 'baa', 'vendor-terms')) = (vendor IS NOT NULL)),
            CHECK(kind NOT IN ('nda', 'msa', 'sow') OR client IS NOT NULL),
            CHECK(kind <> 'house' OR client IS NULL),
            CHECK(engagement IS NULL OR kind IN ('nda', 'msa', 'sow'))) STRICT;
        CREATE INDEX agreement_client ON agreement(client);
        CREATE INDEX agreement_engagement ON agreement(engagement) WHERE engagement IS NOT NULL;
        CREATE TABLE agreement_supersedes(
            agreement INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
            superseded INTEGER NOT NULL REFERENCES agreement CHECK(superseded <> agreement),
            PRIMARY KEY(agreement, superseded)) STRICT, WITHOUT ROWID;
        CREATE INDEX agreement_superseded ON agreement_supersedes(superseded);
        CREATE TABLE agreement_fact(
            agreement INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE,
            surface TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            list INTEGER NOT NULL CHECK(list IN (0, 1)),
            PRIMARY KEY(agreement, surface, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE obligation(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            agreement INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE, kind TEXT NOT NULL,
            recipients TEXT CHECK(recipients IN ('none', 'processors')),
            mode TEXT CHECK(mode IN ('forbidden', 'consent', 'listed')),
            local_exempt INTEGER CHECK(local_exempt IN (0, 1)), max_days INTEGER CHECK(max_days >= 0),
            instrument TEXT CHECK(instrument IN ('dpa', 'baa')), within TEXT,
            listed INTEGER NOT NULL CHECK(listed IN (0, 1)), clause TEXT, quote TEXT, data TEXT,
            survives INTEGER NOT NULL CHECK(survives IN (0, 1)),
            unless_redacted INTEGER NOT NULL CHECK(unless_redacted IN (0, 1)),
            liftable INTEGER NOT NULL CHECK(liftable IN (0, 1)),
            archived INTEGER NOT NULL CHECK(archived IN (0, 1)),
            CHECK((kind = 'third-party-disclosure') = (recipients IS NOT NULL)),
            CHECK((kind = 'ai-use') = (mode IS NOT NULL AND local_exempt IS NOT NULL)),
            CHECK((kind = 'retention-limit') = (max_days IS NOT NULL)),
            CHECK((kind = 'processor-agreement') = (instrument IS NOT NULL))) STRICT;
        CREATE INDEX obligation_agreement ON obligation(agreement);
        CREATE TABLE obligation_item(
            obligation INTEGER NOT NULL REFERENCES obligation ON DELETE CASCADE,
            position INTEGER NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY(obligation, position)) STRICT, WITHOUT ROWID;

        CREATE TABLE consent(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES client,
            engagement INTEGER REFERENCES engagement, data TEXT,
            granted TEXT NOT NULL CHECK(granted IS date(granted)),
            expires TEXT CHECK(expires IS date(expires)), revoked TEXT CHECK(revoked IS date(revoked)),
            conditions TEXT NOT NULL, evidence TEXT,
            archived INTEGER NOT NULL CHECK(archived IN (0, 1))) STRICT;
        CREATE INDEX consent_client ON consent(client);
        CREATE INDEX consent_engagement ON consent(engagement) WHERE engagement IS NOT NULL;
        CREATE TABLE consent_item(
            consent INTEGER NOT NULL REFERENCES consent ON DELETE CASCADE,
            role TEXT NOT NULL CHECK(role IN ('surface', 'lift')),
            position INTEGER NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY(consent, role, position)) STRICT, WITHOUT ROWID;

        CREATE TABLE account(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES client,
            surface TEXT NOT NULL, identity TEXT, login TEXT, region TEXT,
            opt_out_verified TEXT CHECK(opt_out_verified IS date(opt_out_verified)),
            archived INTEGER NOT NULL CHECK(archived IN (0, 1))) STRICT;
        CREATE INDEX account_client ON account(client, surface);
        CREATE TABLE account_seen(
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, position INTEGER NOT NULL,
            client INTEGER NOT NULL REFERENCES client, date TEXT NOT NULL CHECK(date IS date(date)),
            PRIMARY KEY(account, position)) STRICT, WITHOUT ROWID;
        CREATE INDEX account_seen_client ON account_seen(client);
        CREATE TABLE account_cleared(
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
            position INTEGER NOT NULL, date TEXT NOT NULL CHECK(date IS date(date)),
            PRIMARY KEY(account, position)) STRICT, WITHOUT ROWID;

        CREATE TABLE review(
            key INTEGER PRIMARY KEY, surface TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            list INTEGER NOT NULL CHECK(list IN (0, 1)), source TEXT NOT NULL,
            retrieved TEXT NOT NULL CHECK(retrieved IS date(retrieved)), note TEXT,
            archived INTEGER NOT NULL CHECK(archived IN (0, 1)),
            UNIQUE(surface, name, retrieved, source, value)) STRICT;

        CREATE TABLE source(
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT, date TEXT CHECK(date IS date(date)),
            url TEXT, note TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE vendor(
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE surface(
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, vendor TEXT NOT NULL REFERENCES vendor,
            name TEXT NOT NULL, plan TEXT,
            launch TEXT NOT NULL CHECK(launch IN ('browser', 'command', 'gateway', 'local', 'none')),
            launch_target TEXT, note TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE surface_item(
            surface TEXT NOT NULL REFERENCES surface ON DELETE CASCADE,
            role TEXT NOT NULL CHECK(role IN ('capability', 'host')),
            position INTEGER NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY(surface, role, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE fact(
            key INTEGER PRIMARY KEY, surface TEXT REFERENCES surface ON DELETE CASCADE,
            vendor TEXT REFERENCES vendor ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
            list INTEGER NOT NULL CHECK(list IN (0, 1)), source TEXT NOT NULL REFERENCES source,
            retrieved TEXT NOT NULL CHECK(retrieved IS date(retrieved)), confidence TEXT, note TEXT,
            applies_in TEXT, CHECK((surface IS NULL) <> (vendor IS NULL))) STRICT;
        CREATE INDEX fact_owner ON fact(surface, vendor);
        CREATE INDEX fact_vendor ON fact(vendor);

        CREATE TABLE session(
            id INTEGER PRIMARY KEY AUTOINCREMENT, client TEXT, engagement TEXT, surface TEXT, route TEXT,
            account TEXT, verdict TEXT NOT NULL, evidence TEXT, acknowledged TEXT NOT NULL,
            start INTEGER NOT NULL, end INTEGER, cause TEXT, CHECK((end IS NULL) = (cause IS NULL))) STRICT;
        CREATE INDEX session_open ON session(id) WHERE end IS NULL;
        CREATE TABLE session_host(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, host TEXT NOT NULL,
            refused INTEGER NOT NULL CHECK(refused IN (0, 1)), count INTEGER NOT NULL CHECK(count > 0),
            time INTEGER NOT NULL, PRIMARY KEY(session, refused, host)) STRICT, WITHOUT ROWID;
        CREATE TABLE redaction_map(
            id TEXT PRIMARY KEY, client TEXT NOT NULL, engagement TEXT, created INTEGER NOT NULL,
            sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX redaction_map_client ON redaction_map(client);

        CREATE TABLE log(
            seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, key INTEGER NOT NULL,
            body TEXT NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32),
            mac BLOB NOT NULL CHECK(length(mac) = 32)) STRICT;

        CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
        """

    private static let basisOfSessions = "ALTER TABLE session ADD COLUMN basis TEXT"
}
