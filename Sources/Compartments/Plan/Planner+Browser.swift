import Permits

extension Planner {
    /// The profile's folder, as the session sees it.
    private static let profile = home + "/profile"

    /// The plan of a browser session at an address.
    package func plan(for undertaking: Undertaking, browser: Browser, address: String) throws(Refusal) -> Plan
    {
        guard let display = machine.display else {
            throw Refusal(.missing, "there is no screen: neither WAYLAND_DISPLAY nor a local DISPLAY is set")
        }
        var plan = plan(laidOutFor: undertaking)
        plan.profile = compartment.home
        plan.workingDirectory = Planner.home
        add(display, to: &plan)
        let downloads = undertaking.folders.first?.path ?? Planner.home + "/Downloads"
        let color = ClientColor.of(client: undertaking.client.id)
        switch browser {
        case .chromium(let program):
            plan.program = .chromium
            plan.command = chromiumCommand(program, display, plan.loopback, address)
            plan.mounts.append(
                Mount(
                    .text(Policies.chromium(downloads: downloads, color: color)),
                    at: "/etc/chromium/policies/managed/bulkhead.json"))
        case .firefox(let program, let parts):
            plan.program = .firefox
            let folder = Browser.folder(of: program)
            plan.command = [
                program, "--profile", Planner.profile, "--new-instance", "--no-remote", address,
            ]
            // Its own folder again, with the session's settings in it; what is made of it stays as it is.
            plan.mounts += [Mount(.scratch, at: folder)] + parts
            plan.mounts += [
                Mount(.text(Policies.firefoxPreferences), at: folder + "/defaults/pref/bulkhead.js"),
                Mount(
                    .text(Policies.firefoxSettings(home: Planner.home)), at: folder + "/bulkhead.cfg"),
                Mount(.sealed, at: folder),
                Mount(
                    .text(Policies.firefox(downloads: downloads, hasDoor: plan.hasDoor, plan.loopback)),
                    at: "/etc/firefox/policies/policies.json"),
                Mount(
                    .text(Policies.firefoxFrame(color: color)), at: Planner.profile + "/chrome/userChrome.css"
                ),
            ]
        }
        return plan
    }

    private func chromiumCommand(
        _ program: String, _ display: Display, _ loopback: [UInt16], _ address: String
    ) -> [String] {
        // Loopback goes to the door, which refuses it, but for the ports that were granted.
        let granted = loopback.flatMap { [";127.0.0.1:\($0)", ";localhost:\($0)"] }.joined()
        return [
            program, "--user-data-dir=\(Planner.profile)", "--no-first-run", "--no-default-browser-check",
            "--disable-sync", "--password-store=basic", "--disable-extensions", "--disable-component-update",
            "--disable-background-networking", "--log-level=3", "--hide-crash-restore-bubble",
            "--class=bulkhead",
            "--ozone-platform=\(display.kind.rawValue)",
            "--proxy-server=http://127.0.0.1:\(Plan.doorPort)", "--proxy-bypass-list=<-loopback>\(granted)",
            "--webrtc-ip-handling-policy=disable_non_proxied_udp", "--remote-debugging-pipe", address,
        ]
    }

    private func add(_ display: Display, to plan: inout Plan) {
        switch display.kind {
        case .x11:
            plan.mounts.append(Mount(.writable(source: display.socket), at: display.socket))
            plan.environment.append(Variable("DISPLAY", display.name))
        case .wayland:
            plan.mounts.append(Mount(.writable(source: display.socket), at: "/run/user/1000/wayland-0"))
            plan.environment += [
                Variable("WAYLAND_DISPLAY", "wayland-0"), Variable("MOZ_ENABLE_WAYLAND", "1"),
            ]
        }
        guard let authority = display.authority else { return }
        plan.mounts.append(Mount(.readOnly(source: authority), at: "/run/user/1000/Xauthority"))
        plan.environment.append(Variable("XAUTHORITY", "/run/user/1000/Xauthority"))
    }
}
