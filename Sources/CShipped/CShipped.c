#define _GNU_SOURCE
#include "CShipped.h"

#include <link.h>
#include <string.h>

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

static const unsigned char common_paper_mutual_nda[] = {
#embed "forms/common-paper-mutual-nda.md"
};
static const unsigned char common_paper_dpa[] = {
#embed "forms/common-paper-dpa.md"
};
static const unsigned char common_paper_baa[] = {
#embed "forms/common-paper-baa.md"
};
static const unsigned char common_paper_psa[] = {
#embed "forms/common-paper-psa.md"
};
static const unsigned char bonterms_mutual_nda[] = {
#embed "forms/bonterms-mutual-nda.md"
};
static const unsigned char bonterms_dpa[] = {
#embed "forms/bonterms-dpa.md"
};

static const shipped_file forms[] = {
    {common_paper_mutual_nda, sizeof common_paper_mutual_nda},
    {common_paper_dpa, sizeof common_paper_dpa},
    {common_paper_baa, sizeof common_paper_baa},
    {common_paper_psa, sizeof common_paper_psa},
    {bonterms_mutual_nda, sizeof bonterms_mutual_nda},
    {bonterms_dpa, sizeof bonterms_dpa},
};

size_t shipped_form_count(void) { return sizeof forms / sizeof forms[0]; }

shipped_file shipped_form(size_t index) {
    if (index >= shipped_form_count()) return (shipped_file){0, 0};
    return forms[index];
}

static int find_build(struct dl_phdr_info *program, size_t size, void *found) {
    (void)size;
    for (int i = 0; i < program->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &program->dlpi_phdr[i];
        if (header->p_type != PT_NOTE) continue;
        const unsigned char *at = (const unsigned char *)(program->dlpi_addr + header->p_vaddr);
        const unsigned char *end = at + header->p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
            const unsigned char *name = at + sizeof *note;
            const unsigned char *text = name + ((note->n_namesz + 3u) & ~3u);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && !memcmp(name, "GNU", 4)) {
                *(shipped_file *)found = (shipped_file){text, note->n_descsz};
            }
            at = text + ((note->n_descsz + 3u) & ~3u);
        }
    }
    return 1;  // The program itself comes first.
}

shipped_file shipped_build(void) {
    shipped_file found = {0, 0};
    dl_iterate_phdr(find_build, &found);
    return found;
}
