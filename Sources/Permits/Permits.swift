// Permits
