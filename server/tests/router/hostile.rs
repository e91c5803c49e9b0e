//! Bad input through the router: refused by the field, nothing half written.
