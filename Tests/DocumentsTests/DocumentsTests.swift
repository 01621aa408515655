@testable import Documents
