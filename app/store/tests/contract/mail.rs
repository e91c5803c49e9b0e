//! (no promises yet)
