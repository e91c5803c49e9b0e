//! (in the next commits)
