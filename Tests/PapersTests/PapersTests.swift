@testable import Papers
