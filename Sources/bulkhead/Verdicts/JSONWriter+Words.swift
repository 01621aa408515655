import Documents
import Permits

extension JSONWriter {
    mutating func words(_ data: DataCategories) {
        beginArray()
        for category in DataCategory.allCases where data.contains(category) { string(category.rawValue) }
        endArray()
    }

    mutating func words(_ duties: Duties) {
        beginArray()
        if !duties.isEmpty {
            for duty in Duty.allCases where duties.contains(duty) { string(duty.rawValue) }
        }
        endArray()
    }
}
