# Turns a pack into a source file: cmake -DPACK=… -DOUTPUT=… -P embed_pack.cmake
file(READ "${PACK}" text)
file(WRITE "${OUTPUT}.new" "#include \"rules/builtin_pack.h\"

namespace claimtrail {

std::string_view builtin_pack_text() {
  return R\"pack(${text})pack\";
}

}  // namespace claimtrail
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(TOUCH "${OUTPUT}")
