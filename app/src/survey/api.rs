//! Server functions of surveys.
