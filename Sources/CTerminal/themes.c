#include "CTerminal.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define THEME(name) static const char name[] = {

THEME(bulkhead_dark)
#embed "../../themes/bulkhead-dark.yaml"
    , 0};
THEME(bulkhead_light)
#embed "../../themes/bulkhead-light.yaml"
    , 0};
THEME(bulkhead_contrast)
#embed "../../themes/bulkhead-contrast.yaml"
    , 0};
THEME(catppuccin_mocha)
#embed "../../themes/catppuccin-mocha.yaml"
    , 0};
THEME(dracula)
#embed "../../themes/dracula.yaml"
    , 0};
THEME(everforest)
#embed "../../themes/everforest.yaml"
    , 0};
THEME(rose_pine)
#embed "../../themes/rose-pine.yaml"
    , 0};
THEME(selenized_white)
#embed "../../themes/selenized-white.yaml"
    , 0};
THEME(solarized_dark)
#embed "../../themes/solarized-dark.yaml"
    , 0};

static const terminal_theme themes[] = {
    {"bulkhead-dark", bulkhead_dark},
    {"bulkhead-light", bulkhead_light},
    {"bulkhead-contrast", bulkhead_contrast},
    {"catppuccin-mocha", catppuccin_mocha},
    {"dracula", dracula},
    {"everforest", everforest},
    {"rose-pine", rose_pine},
    {"selenized-white", selenized_white},
    {"solarized-dark", solarized_dark},
};

const terminal_theme *terminal_shipped_theme(int index) {
    return index >= 0 && index < (int)(sizeof themes / sizeof *themes) ? &themes[index] : 0;
}
