@testable import Permits
