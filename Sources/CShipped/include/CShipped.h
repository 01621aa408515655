#pragma once
#include <stddef.h>

// Files that travel inside the executable, byte for byte as they lie beside this target's sources.
typedef struct {
    const unsigned char *start;
    size_t size;
} shipped_file;

shipped_file shipped_catalog(void);
shipped_file shipped_house(void);
shipped_file shipped_demo(void);
