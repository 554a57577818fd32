#include "ui/views.h"
