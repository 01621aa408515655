import Foundation
import Ledger
import Testing

@testable import Compartments

/// What a program behind the wall tries that wants out, or wants to be taken for less than it is.
@Suite(.enabled(if: Session.hasWall, "bubblewrap is not installed")) struct EscapeTests {
    /// Runs a script of Python in a session of its own; nil where Python is not installed.
    private func python(_ script: String, in session: Session) throws -> String? {
        guard Path.program("python3", in: "/usr/bin") != nil else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "python3 is missing")
            return nil
        }
        return try session.run(session.plan(["/usr/bin/python3", "-c", script])).output
    }

    @Test(
        "a program that gets at the lock from inside can neither free it nor say that it is another client's")
    func lock() throws {
        guard Path.program("python3", in: "/usr/bin") != nil else { return }
        let session = try Session()
        let script = """
            import ctypes,fcntl,os,time
            for name in os.listdir('/proc/1/fd'):
                try:
                    if not os.readlink('/proc/1/fd/'+name).endswith('/active.lock'): continue
                    own=os.open('/proc/1/fd/'+name,os.O_RDWR)
                    os.pwrite(own,b'0'*16+b'\\tHAL\\n\\n',0)
                    shared=ctypes.CDLL(None).syscall(438,os.pidfd_open(1),int(name),0)
                    if shared>=0:
                        fcntl.flock(shared,fcntl.LOCK_UN)
                        fcntl.fcntl(shared,38,b'\\2\\0'+bytes(30))
                except OSError: pass
            open('running','w').close()
            while os.path.exists('running'): time.sleep(0.02)
            """
        let running = try session.start(session.plan(["/usr/bin/python3", "-c", script]))
        session.wait(for: "running")
        #expect(!session.isFree)
        let refused = try session.run(session.plan(["/bin/true"], client: "hal", tag: "HAL"))
        #expect(refused.code == 40 && refused.output.contains("NOR"), "\(refused.output)")
        try session.look()
        #expect(try Ledger.open(home: session.home).unfinished().count == 1, "a led session is not closed")
        unlink(session.folder + "/running")
        #expect(running.end().code == 0)
        #expect(session.isFree)
    }

    @Test(
        "the machine's switches cannot be set, not even by root, and its list of keys is closed",
        arguments: [Plan.Program.command, .chromium])
    func switches(program: Plan.Program) throws {
        let session = try Session()
        let attempt = """
            for name in kernel/core_pattern vm/swappiness fs/file-max; do
                cat /proc/sys/$name > /tmp/value && cat /tmp/value > /proc/sys/$name && echo set $name
            done
            mount -o remount,rw /proc/sys && echo mounted
            cat /proc/keys && echo keys; ls /etc/ssl/private && echo private
            """
        // A browser makes namespaces of its own, and in them may try to see /proc anew.
        var plan = try session.plan([
            "/bin/sh", "-c", "\(attempt)\nunshare -Urmpf --mount-proc sh -c '\(attempt)'; echo end",
        ])
        plan.program = program
        let output = try session.run(plan).output.split(separator: "\n")
        let done = ["mounted", "keys", "private"]
        #expect(!output.contains { $0.hasPrefix("set ") || done.contains(String($0)) }, "\(output)")
        #expect(output.last == "end")
    }

    @Test("what no namespace keeps apart is refused by the kernel filter")
    func filter() throws {
        let script = """
            import ctypes,errno,socket
            libc=ctypes.CDLL(None,use_errno=True)
            def call(*arguments):
                ctypes.set_errno(0)
                return errno.errorcode.get(ctypes.get_errno(),'done') if libc.syscall(*arguments)<0 else 'done'
            import platform
            keys=(248,249,250) if platform.machine()=='x86_64' else (217,218,219)
            print(*[call(number,0,0,0,0,0) for number in keys],call(425,1,0))
            def family(number,kind):
                try: socket.socket(number,kind).close(); return 'made'
                except OSError as problem: return errno.errorcode[problem.errno]
            print(*[family(*pair) for pair in [(40,1),(38,5),(17,3),(31,3),(1,1),(2,1),(10,2),(16,3)]])
            """
        guard let output = try python(script, in: Session()) else { return }
        #expect(
            output
                == "EPERM EPERM EPERM EPERM\nEPERM EPERM EPERM EPERM made made made made\n", "\(output)")
    }

    @Test("calls of another convention than the machine's own, which the filter cannot read, are refused")
    func otherConventions() throws {
        // getpid by the 32-bit gate, then by the x32 numbers.
        let script = """
            import ctypes,mmap,platform
            if platform.machine()=='x86_64':
                page=mmap.mmap(-1,4096,prot=mmap.PROT_READ|mmap.PROT_WRITE|mmap.PROT_EXEC)
                page.write(bytes.fromhex('5389d8b814000000cd805bc3'))
                gate=ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
                libc=ctypes.CDLL(None,use_errno=True)
                print(gate(),libc.syscall(0x40000000+39),ctypes.get_errno())
            """
        guard let output = try python(script, in: Session()), !output.isEmpty else { return }
        #expect(output == "-1 -1 1\n", "\(output)")
        let outside = Program.run(["/usr/bin/python3", "-c", script])?.output ?? []
        // Where the kernel has no 32-bit gate, the process dies of it.
        #expect(
            outside.isEmpty || !outside.starts(with: Array("-1 ".utf8)), "without the wall the gate answers")
    }

    @Test(
        "a link that a session laid where its browser's profile should be is refused, and nothing is touched")
    func profileLink() throws {
        for (program, link) in [(Plan.Program.chromium, "profile"), (.firefox, "profile/chrome")] {
            let session = try Session()
            var plan = try session.plan(["/bin/true"])
            plan.program = program
            plan.profile = session.folder
            let other = session.home + "/other"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            try Data("kept".utf8).write(to: URL(fileURLWithPath: other + "/lock"))
            if program == .firefox {
                try FileManager.default.createDirectory(
                    atPath: session.folder + "/profile", withIntermediateDirectories: true)
            }
            try FileManager.default.createSymbolicLink(
                atPath: session.folder + "/" + link, withDestinationPath: other)
            let answer = try session.run(plan)
            #expect(answer.code == 40 && answer.output.contains("not a folder of your own"), "\(answer)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["lock"])
        }
    }

    @Test("another user of the machine sees neither a session's variables nor a key in its process list")
    func otherUser() throws {
        // Only root can be two users here.
        guard geteuid() == 0 else { return }
        let session = try Session()
        var plan = try session.plan([
            "/bin/sh", "-c", "touch running; while [ -e running ]; do sleep 0.02; done",
        ])
        plan.environment.append(Variable("A_KEY", "sk-canary-4410", isSecret: true))
        let running = try session.start(plan)
        session.wait(for: "running")
        let looking = [
            "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--", "/bin/sh",
            "-c", "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ /proc/[0-9]*/comm",
        ]
        let seen = String(decoding: try #require(Program.run(looking)).output, as: UTF8.self)
        unlink(session.folder + "/running")
        _ = running.end()
        #expect(seen.contains("bwrap"), "the session itself is seen")
        #expect(!seen.contains("sk-canary-4410") && !seen.contains("A_KEY"))
    }

    @Test(
        "a link that a session laid in the place of a folder leads it neither to another client nor to our own"
    )
    func folderLinks() throws {
        let session = try Session()
        let manager = FileManager.default
        for name in ["jobs/ours", "jobs/theirs/inner", "home/compartments/x"] {
            try manager.createDirectory(
                atPath: session.folder + "/" + name, withIntermediateDirectories: true)
        }
        let hidden = ["\(session.folder)/jobs/theirs", "\(session.folder)/home"]
        func resolve(_ name: String) throws -> [Folder] {
            try Folder.resolve(
                ["\(session.folder)/jobs/\(name)"], userHome: "/root", hidden: hidden,
                closed: ["\(session.folder)/home/compartments"])
        }
        let link = session.folder + "/jobs/ours/link"
        for target in ["jobs/theirs", "jobs/theirs/inner", "home", "home/compartments/x", "jobs"] {
            try? manager.removeItem(atPath: link)
            try manager.createSymbolicLink(
                atPath: link, withDestinationPath: session.folder + "/" + target)
            #expect(throws: Refusal.self, "\(target)") { try resolve("ours/link") }
        }
        #expect(throws: Refusal.self) { try resolve("../home/compartments/x") }
        #expect(try resolve("theirs/inner").count == 1, "a folder that is named is meant")
        let nested = ["", "/inner", "2"].map { Folder(path: "/w/a\($0)", source: "/x/a\($0)") }
        let linked = Folder(path: "/w/a/linked", source: "/elsewhere")
        #expect(Folder.outermost(nested + [linked]) == [nested[0], nested[2], linked])
    }
}
