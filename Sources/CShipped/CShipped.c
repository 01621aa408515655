#include "CShipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define SHIPPED(name) \
    shipped_file shipped_##name(void) { return (shipped_file){name, sizeof name}; }

static const unsigned char catalog[] = {
#embed "catalog.yaml"
};
SHIPPED(catalog)

static const unsigned char house[] = {
#embed "house.yaml"
};
SHIPPED(house)

static const unsigned char demo[] = {
#embed "demo.yaml"
};
SHIPPED(demo)
