@testable import Compartments
