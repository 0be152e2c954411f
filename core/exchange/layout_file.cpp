#include "exchange/layout_file.h"
