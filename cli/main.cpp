#include "cli/commands/program.h"

int main(int argc, char** argv) { return claimtrail::run_program(argc, argv); }
