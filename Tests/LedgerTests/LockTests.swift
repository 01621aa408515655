import Testing

@testable import Ledger

@Test("a secret takes characters back whole, compares, and is empty once wiped")
func secrets() throws {
    let secret = try #require(Secret())
    let other = try #require(Secret())
    secret.append("pässword")
    for _ in 0..<7 { secret.removeLast() }
    other.append("p")
    #expect(secret.equals(other))
    secret.append("ä")
    #expect(!secret.equals(other))
    secret.wipe()
    #expect(secret.isEmpty)
    secret.removeLast()
    secret.append(String(repeating: "x", count: 2 * Secret.capacity))
    #expect(secret.count == Secret.capacity)
}

@Test("a lock opens with its passphrase alone, and a file that is none is refused")
func locks() throws {
    let home = TemporaryHome()
    let right = try #require(Secret())
    let wrong = try #require(Secret())
    right.append("correct horse")
    wrong.append("correct horsf")
    #expect(try InterfaceLock.read(home: home.path) == nil)
    let lock = try #require(InterfaceLock(right, idle: 60))
    #expect(lock.opens(with: right) && !lock.opens(with: wrong))
    try lock.write(home: home.path)
    #expect(try InterfaceLock.read(home: home.path) == lock)
    #expect(home.mode("lock") == 0o600)
    let command = InterfaceLock(kind: .command(["/bin/a b", "-c", "x"]), idle: 1)
    try command.write(home: home.path)
    #expect(try InterfaceLock.read(home: home.path) == command)
    #expect(!command.opens(with: right))
    for text in [
        "", "lock 2\nidle 1\ncommand x\n", "lock 1\nidle 0\ncommand x\n", "lock 1\nidle 1\n",
        "lock 1\ncommand x\n",
        "lock 1\nidle 1\ncommand x\npassphrase y\n", "lock 1\nidle 1\nother x\n",
        "lock 1\nidle 99999999999999999999\ncommand x",
    ] {
        home.write("lock", Array(text.utf8))
        #expect(throws: LedgerError.self) { try InterfaceLock.read(home: home.path) }
    }
    try InterfaceLock.remove(home: home.path)
    try InterfaceLock.remove(home: home.path)
    #expect(try InterfaceLock.read(home: home.path) == nil)
}
