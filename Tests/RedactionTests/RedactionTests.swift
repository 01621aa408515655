@testable import Redaction
