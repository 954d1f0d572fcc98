# Turns packs into one source file: cmake -DFOLDER=… -DPACKS=a.yaml,b.yaml -DOUTPUT=… -P embed_packs.cmake
string(REPLACE "," ";" names "${PACKS}")
set(rows "")
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND rows "    {\"${name}\", R\"pack(${text})pack\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "#include \"rules/builtin_packs.h\"

#include <array>

namespace claimtrail {
namespace {

constexpr std::array kPacks = std::to_array<BuiltinPack>({
${rows}});

}  // namespace

std::span<const BuiltinPack> builtin_packs() { return kPacks; }

}  // namespace claimtrail
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(TOUCH "${OUTPUT}")
