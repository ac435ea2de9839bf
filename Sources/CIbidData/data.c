#include "CIbidData.h"
