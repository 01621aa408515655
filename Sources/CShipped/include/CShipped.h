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

// The standard agreements under forms/; an index past the last gives an empty file.
size_t shipped_form_count(void);
shipped_file shipped_form(size_t index);

// What the linker noted of this build of the program; an empty file where it noted nothing.
shipped_file shipped_build(void);
