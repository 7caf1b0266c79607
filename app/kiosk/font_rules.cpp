#include "app/kiosk/font_rules.h"

#include <QFontDatabase>

#ifdef VOUCH_FONTCONFIG
#include <fontconfig/fontconfig.h>
#include <memory>
#endif

namespace vouch::kiosk {

#ifdef VOUCH_FONTCONFIG

namespace {

/// Every font that is known costs time at each size of each text. (Tibetan has a Serif only.)
constexpr const char *rules = R"(<?xml version="1.0"?>
<fontconfig>
    <dir>/usr/share/fonts</dir>
    <dir>/usr/local/share/fonts</dir>
    <dir prefix="xdg">fonts</dir>
    <cachedir>/var/cache/fontconfig</cachedir>
    <cachedir prefix="xdg">fontconfig</cachedir>
    <selectfont>
        <acceptfont>
            <glob>*/NotoSans*-Regular.*</glob>
            <glob>*/NotoSans-Bold.*</glob>
            <glob>*/NotoSansArabic-Bold.*</glob>
            <glob>*/NotoSansDevanagari-Bold.*</glob>
            <glob>*/NotoSansTamil-Bold.*</glob>
            <glob>*/NotoSerifTibetan-Regular.*</glob>
        </acceptfont>
        <rejectfont>
            <glob>*.ttf</glob>
            <glob>*.ttc</glob>
            <glob>*.otf</glob>
            <glob>*.t1</glob>
            <glob>*.pfa</glob>
            <glob>*.pfb</glob>
            <glob>*.gz</glob>
        </rejectfont>
    </selectfont>
    <match target="font">
        <edit name="antialias" mode="assign"><bool>true</bool></edit>
        <edit name="hinting" mode="assign"><bool>true</bool></edit>
        <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
        <edit name="autohint" mode="assign"><bool>false</bool></edit>
        <edit name="rgba" mode="assign"><const>none</const></edit>
    </match>
</fontconfig>)";

template <auto destroy> struct Destroyer
{
    template <typename T> void operator()(T *what) const { destroy(what); }
};
using Config = std::unique_ptr<FcConfig, Destroyer<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroyer<FcPatternDestroy>>;
using Objects = std::unique_ptr<FcObjectSet, Destroyer<FcObjectSetDestroy>>;
using Fonts = std::unique_ptr<FcFontSet, Destroyer<FcFontSetDestroy>>;

} // namespace

void useOwnFontRules()
{
    const Config config(FcConfigCreate());
    const auto *text = reinterpret_cast<const FcChar8 *>(rules);
    if (!config || !FcConfigParseAndLoadFromMemory(config.get(), text, FcFalse) ||
        !FcConfigBuildFonts(config.get()))
        return;
    // On a system that keeps its fonts elsewhere the rules would leave no letter at all.
    const auto *found = FcConfigGetFonts(config.get(), FcSetSystem);
    if (found && found->nfont > 0)
        FcConfigSetCurrent(config.get()); // which keeps it
}

void addSystemFont(const QString &family)
{
    if (QFontDatabase::hasFamily(family))
        return;
    const Config system(FcInitLoadConfigAndFonts());
    const Pattern wanted(FcPatternCreate());
    const Objects file(FcObjectSetBuild(FC_FILE, nullptr));
    if (!system || !wanted || !file)
        return;
    const auto name = family.toUtf8();
    FcPatternAddString(
        wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8 *>(name.constData()));
    const Fonts found(FcFontList(system.get(), wanted.get(), file.get()));
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8 *path = nullptr;
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            QFontDatabase::addApplicationFont(
                QString::fromUtf8(reinterpret_cast<const char *>(path)));
    }
}

#else

void useOwnFontRules() {}
void addSystemFont(const QString &) {}

#endif

} // namespace vouch::kiosk
