#pragma once
#include <stddef.h>
// Files that travel inside the executable, byte for byte as they lie beside this target's sources.
extern const unsigned char shipped_catalog[];
extern const size_t shipped_catalog_size;
extern const unsigned char shipped_house[];
extern const size_t shipped_house_size;
extern const unsigned char shipped_demo[];
extern const size_t shipped_demo_size;
