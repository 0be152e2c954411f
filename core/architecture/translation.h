#pragma once

/// Marks text that people read, so that the translation tools collect it; the window translates it when it
/// shows it, the command line prints it as it is. Has no effect on the program.
#define TR(text) text
