import Foundation
import Testing

private func executable(_ name: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + name)
    }
}

/// Whether the programs are there; where the tests run for good, a missing one is a fault and no reason to skip.
private func there(_ names: String...) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != nil || names.allSatisfy(executable)
}

/// The clipboard of a real X server and of a real terminal, and the key file.
@Suite struct ClipboardTests {
    let program: Program

    init() throws {
        program = try Program()
        let workspace = try program.file(
            "workspace.yaml",
            """
            bulkhead: 1
            clients: [{ id: nordwind, name: Nordwind Logistik GmbH, tag: NOR }]
            """)
        let result = try program.run(["import", workspace])
        #expect(result.status == 0, "\(result.errors)")
    }

    /// Runs a script of the shell, which finds the program as `$B` and a folder of its own as `$D`.
    private func shell(_ script: String) throws -> String {
        let path = try program.file("script.sh", script)
        let environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(program.home)",
            "BULKHEAD_HOME=\(program.home)", "B=\(Program.path)", "D=\(program.home)",
            "XDG_RUNTIME_DIR=\(program.home)", "XDG_DATA_HOME=\(program.home)/data",
            "SWIFT_BACKTRACE=enable=no",
        ].map { "'\($0)'" }.joined(separator: " ")
        // Not Foundation's Process: it waits for a descriptor that the servers keep.
        let command = "exec env -i \(environment) timeout 60 bash '\(path)' 2>&1 </dev/null"
        guard let output = popen(command, "r") else { return "" }
        defer { pclose(output) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, output), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "the clipboard is redacted in place, restored in place, and emptied after a time; no argument holds its text",
        .enabled(if: there("Xvfb", "xclip"), "Xvfb or xclip is missing"))
    func desktop() throws {
        let output = try shell(
            """
            mkfifo "$D/display"; exec 3<>"$D/display"
            Xvfb -displayfd 3 -screen 0 64x64x8 -nolisten tcp >/dev/null 2>&1 &
            server=$!
            # What tests start inherits the signals they block, and those are most.
            trap 'kill -KILL $server; rm -f /tmp/.X$number-lock /tmp/.X11-unix/X$number' EXIT
            read -r number <&3; export DISPLAY=:$number
            mkdir "$D/bin"
            printf '#!/bin/sh\necho "$@" >>"$D/arguments"; exec /usr/bin/xclip "$@"\n' >"$D/bin/xclip"
            chmod +x "$D/bin/xclip"; PATH="$D/bin:$PATH"
            printf 'Nordwind Logistik GmbH is late' | xclip -selection clipboard -i >/dev/null
            "$B" redact --for nordwind --clipboard --wipe 0 2>/dev/null
            echo "redacted: $? $(xclip -selection clipboard -o)"
            "$B" restore --for nordwind --clipboard --wipe 1 2>/dev/null
            echo "restored: $?"
            for i in $(seq 100); do
              [ -z "$(xclip -selection clipboard -o 2>/dev/null)" ] && echo emptied && break; sleep 0.2
            done
            grep -c Nordwind "$D/arguments"
            """)
        #expect(output.contains("redacted: 10 BKX"), "\(output)")
        #expect(output.contains(" is late\n"), "\(output)")
        #expect(output.contains("restored: 0\nemptied\n0\n"), "\(output)")
    }

    @Test(
        "the clipboard of Wayland is redacted, restored and emptied too",
        .enabled(
            if: getuid() != 0 && ["sway", "wl-copy", "wl-paste"].allSatisfy(executable),
            "sway or wl-clipboard is missing, or root runs this, for whom sway does not start"))
    func wayland() throws {
        let output = try shell(
            """
            touch "$D/sway.conf"
            WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman sway -c "$D/sway.conf" >/dev/null 2>&1 &
            server=$!
            trap 'kill -KILL $server' EXIT
            for i in $(seq 100); do
              WAYLAND_DISPLAY=$(cd "$D" && ls | grep -E '^wayland-[0-9]+$') && break; sleep 0.1
            done
            export WAYLAND_DISPLAY
            printf 'Nordwind Logistik GmbH is late' | wl-copy >/dev/null 2>&1
            "$B" redact --for nordwind --clipboard --wipe 0 2>/dev/null
            echo "redacted: $? $(wl-paste --no-newline)"
            "$B" restore --for nordwind --clipboard --wipe 1 2>/dev/null
            echo "restored: $?"
            for i in $(seq 100); do
              [ -z "$(wl-paste --no-newline 2>/dev/null)" ] && echo emptied && break; sleep 0.2
            done
            """)
        #expect(output.contains("redacted: 10 BKX"), "\(output)")
        #expect(output.contains("restored: 0\nemptied\n"), "\(output)")
    }

    @Test(
        "the key lies in the keyring where there is one, and is gone with the placeholders",
        .enabled(
            if: ["dbus-run-session", "gnome-keyring-daemon", "secret-tool"].allSatisfy(executable),
            "dbus-run-session, gnome-keyring-daemon or secret-tool is missing"))
    func keyring() throws {
        let output = try shell(
            """
            cat >"$D/inner.sh" <<'INNER'
            # In the foreground, so that it is known and ends with this script.
            printf 'word\n' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
            trap 'kill -KILL $!' EXIT
            for i in $(seq 100); do
              # Asking the service itself would start a second one, which is locked.
              dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
                org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true && break
              sleep 0.1
            done
            kept() { secret-tool search --all application bulkhead 2>/dev/null | grep -c '^label'; }
            printf 'Nordwind Logistik GmbH' | "$B" redact --for nordwind >"$D/masked" 2>/dev/null
            echo "redacted: $? files: $(ls "$D" | grep -c 'key$') kept: $(kept)"
            echo "restored: $("$B" restore --for nordwind <"$D/masked" 2>/dev/null)"
            "$B" redact --shred --for nordwind >/dev/null 2>&1
            echo "shredded: $? kept: $(kept)"
            INNER
            # What it starts keeps its output open.
            timeout -s KILL 30 dbus-run-session -- bash "$D/inner.sh" >"$D/output" 2>&1
            cat "$D/output"
            """)
        #expect(
            output.contains(
                "redacted: 10 files: 0 kept: 1\nrestored: Nordwind Logistik GmbH\nshredded: 0 kept: 0\n"),
            "\(output)")
    }

    @Test(
        "where there is no desktop, the text goes to the terminal's own clipboard",
        .enabled(if: there("tmux"), "tmux is missing"))
    func terminal() throws {
        let output = try shell(
            """
            echo 'set-option -s set-clipboard on' >"$D/tmux.conf"
            run() { tmux -f "$D/tmux.conf" -S "$D/tmux.socket" "$@"; }
            run new-session -d -x 80 -y 24 \
              "printf 'Nordwind Logistik GmbH' | '$B' redact --for nordwind --copy; echo done >'$D/done'; sleep 60"
            for i in $(seq 100); do [ -s "$D/done" ] && break; sleep 0.1; done
            for i in $(seq 50); do run show-buffer 2>/dev/null && break; sleep 0.1; done
            run kill-server
            """)
        #expect(output.hasPrefix("BKXCL"), "\(output)")
    }

    @Test(
        "the key file, where there is no keyring, is the user's alone, and one that others can read is refused"
    )
    func keyFile() throws {
        let masked = try program.run(["redact", "--for", "nordwind"], input: "Nordwind Logistik GmbH")
        #expect(masked.errors.contains("There is no keyring here"), "\(masked.errors)")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: program.home).first { $0.hasSuffix(".key") })
        let path = program.home + "/" + name
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let refused = try program.run(["restore", "--for", "nordwind"], input: masked.output)
        #expect(refused.status == 40)
        #expect(refused.errors.contains("can be read by others"), "\(refused.errors)")
        #expect(!refused.output.contains("Nordwind"))
    }
}
