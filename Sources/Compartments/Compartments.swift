// Compartments
