#pragma once

#include "architecture/drawing.h"
