print("bulkhead-session")
