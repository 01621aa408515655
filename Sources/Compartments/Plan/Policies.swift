/// The managed policies that a browser session is given, mounted where the browser looks for them.
enum Policies {
    /// chromeenterprise.google/policies: no extensions, no sync, no sign-in, no built-in AI, nothing beside the
    /// proxy.
    static func chromium(downloads: String, color: String) -> String {
        JSONText.object([
            ("ExtensionInstallBlocklist", "[\"*\"]"),
            ("ExtensionSettings", "{\"*\":{\"installation_mode\":\"blocked\"}}"),
            ("NativeMessagingBlocklist", "[\"*\"]"),
            ("SyncDisabled", "true"), ("BrowserSignin", "0"), ("PasswordManagerEnabled", "false"),
            ("AutofillCreditCardEnabled", "false"), ("AutofillAddressEnabled", "false"),
            ("WebRtcIPHandling", "\"disable_non_proxied_udp\""), ("QuicAllowed", "false"),
            ("DnsOverHttpsMode", "\"off\""), ("NetworkPredictionOptions", "2"),
            ("GenAiDefaultSettings", "2"), ("AIModeSettings", "1"), ("GeminiSettings", "1"),
            ("LensOverlaySettings", "1"), ("BuiltInAIAPIsEnabled", "false"),
            ("SearchContentSharingSettings", "1"), ("GenAILocalFoundationalModelSettings", "1"),
            ("SearchSuggestEnabled", "false"), ("MetricsReportingEnabled", "false"),
            ("UrlKeyedAnonymizedDataCollectionEnabled", "false"), ("ComponentUpdatesEnabled", "false"),
            ("SpellCheckServiceEnabled", "false"), ("TranslateEnabled", "false"),
            ("SafeBrowsingProtectionLevel", "0"), ("BackgroundModeEnabled", "false"),
            ("DefaultBrowserSettingEnabled", "false"), ("PromotionsEnabled", "false"),
            ("DownloadDirectory", JSONText.string(downloads)),
            ("BrowserThemeColor", JSONText.string(color)),
        ])
    }

    /// mozilla.github.io/policy-templates.
    static func firefox(downloads: String, hasDoor: Bool, _ loopback: [UInt16]) -> String {
        func locked(_ value: String) -> String { "{\"Value\":\(value),\"Status\":\"locked\"}" }
        let granted = loopback.flatMap { ["127.0.0.1:\($0)", "localhost:\($0)"] }.joined(separator: ", ")
        let preferences = [
            ("media.peerconnection.enabled", locked("false")),
            ("network.proxy.allow_hijacking_localhost", locked("true")),
            ("network.proxy.failover_direct", locked("false")),
            ("network.dns.disablePrefetch", locked("true")),
            ("network.prefetch-next", locked("false")),
            ("network.captive-portal-service.enabled", locked("false")),
            ("network.connectivity-service.enabled", locked("false")),
            ("browser.region.update.enabled", locked("false")),
            ("browser.region.network.url", locked("\"\"")),
            ("browser.ml.enable", locked("false")), ("browser.ml.chat.enabled", locked("false")),
            ("browser.sessionstore.resume_from_crash", locked("false")),
            ("browser.startup.couldRestoreSession.count", locked("-1")),
            ("browser.shell.checkDefaultBrowser", locked("false")),
            ("browser.aboutwelcome.enabled", locked("false")),
            ("datareporting.policy.dataSubmissionEnabled", locked("false")),
            ("toolkit.legacyUserProfileCustomizations.stylesheets", locked("true")),
        ]
        let suggestions =
            ["WebSuggestions", "SponsoredSuggestions", "ImproveSuggest", "OnlineEnabled"]
            .map { ($0, "false") } + [("Locked", "true")]
        let messages =
            [
                "WhatsNew", "ExtensionRecommendations", "FeatureRecommendations", "UrlbarInterventions",
                "MoreFromMozilla", "FirefoxLabs",
            ].map { ($0, "false") } + [("SkipOnboarding", "true"), ("Locked", "true")]
        let proxy = [
            ("Mode", "\"manual\""), ("HTTPProxy", "\"127.0.0.1:\(Plan.doorPort)\""),
            ("UseHTTPProxyForAllProtocols", "true"), ("Passthrough", JSONText.string(granted)),
            ("Locked", "true"),
        ]
        return JSONText.object([
            (
                "policies",
                JSONText.object([
                    ("DisableTelemetry", "true"), ("DisableFirefoxStudies", "true"),
                    ("DisableRemoteSettingsAndAcceptSecurityConsequences", "true"),
                    ("DisableSystemAddonUpdate", "true"), ("ExtensionUpdate", "false"),
                    ("DisableFirefoxAccounts", "true"), ("DontCheckDefaultBrowser", "true"),
                    ("GenerativeAI", "{\"Enabled\":false,\"Locked\":true}"),
                    ("AIControls", "{\"Default\":{\"Value\":\"blocked\",\"Locked\":true}}"),
                    ("VisualSearchEnabled", "false"), ("TranslateEnabled", "false"),
                    ("IPProtectionAvailable", "false"), ("CaptivePortal", "false"),
                    ("NetworkPrediction", "false"), ("NewTabPage", "false"), ("SkipTermsOfUse", "true"),
                    ("FirefoxSuggest", JSONText.object(suggestions)),
                    ("UserMessaging", JSONText.object(messages)),
                    ("OverrideFirstRunPage", "\"\""), ("OverridePostUpdatePage", "\"\""),
                    ("NoDefaultBookmarks", "true"), ("PasswordManagerEnabled", "false"),
                    ("SearchSuggestEnabled", "false"), ("DisableAppUpdate", "true"),
                    ("ExtensionSettings", "{\"*\":{\"installation_mode\":\"blocked\"}}"),
                    ("DNSOverHTTPS", "{\"Enabled\":false,\"Locked\":true}"),
                    ("DownloadDirectory", JSONText.string(downloads)),
                    ("Proxy", JSONText.object(proxy)),
                    ("Preferences", JSONText.object(preferences)),
                ])
            )
        ])
    }

    /// The frame of the window, which no policy of Firefox colors; the tones of clients bear dark text.
    static func firefoxFrame(color: String) -> String {
        "#navigator-toolbox, #TabsToolbar, #nav-bar, #titlebar "
            + "{ background-color: \(color) !important; color: #15141a !important; }\n"
    }

    /// Names the file of settings that Firefox runs at its start.
    static let firefoxPreferences = """
        pref("general.config.filename", "bulkhead.cfg");
        pref("general.config.obscure_value", 0);
        pref("general.config.sandbox_enabled", false);

        """

    /// Says that the settings are followed, and ends Firefox as its menu does once it is told to, or where it has no
    /// managed policy.
    ///
    /// A signal would lose the cookies and the storage of the last seconds. The first line of such a file must be
    /// a comment.
    static func firefoxSettings(home: String) -> String {
        """
        // Ends the browser when the session ends.
        {
            const { classes, interfaces } = Components;
            const file = (path) => {
                const file = classes["@mozilla.org/file/local;1"].createInstance(interfaces.nsIFile);
                file.initWithPath(path);
                return file;
            };
            const order = file(\(JSONText.string(home + "/" + Plan.endOrder)));
            const mark = file(\(JSONText.string(home + "/" + Plan.settingsMark)));
            mark.create(interfaces.nsIFile.NORMAL_FILE_TYPE, 0o600);
            const timer = classes["@mozilla.org/timer;1"].createInstance(interfaces.nsITimer);
            timer.initWithCallback(() => {
                const { policies } = Services;
                const isFree = [policies.INACTIVE, policies.FAILED].includes(policies.status);
                if (isFree && mark.exists()) mark.remove(false);
                if (!isFree && !order.exists()) return;
                timer.cancel();
                Services.startup.quit(interfaces.nsIAppStartup.eForceQuit);
            }, 250, interfaces.nsITimer.TYPE_REPEATING_SLACK);
        }

        """
    }
}
