import Glibc

/// The system's words for an error number.
package enum Failure {
    package static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
