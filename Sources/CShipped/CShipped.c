#include "CShipped.h"
const unsigned char shipped_catalog[] = {
#embed "catalog.yaml"
};
const size_t shipped_catalog_size = sizeof shipped_catalog;
const unsigned char shipped_house[] = {
#embed "house.yaml"
};
const size_t shipped_house_size = sizeof shipped_house;
const unsigned char shipped_demo[] = {
#embed "demo.yaml"
};
const size_t shipped_demo_size = sizeof shipped_demo;
