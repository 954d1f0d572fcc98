#pragma once

#include <cstdint>

#include "core/model/names.h"

namespace claimtrail {

/// Universal Dependencies relations of English. Rare ones are folded: nsubj:outer into nsubj,
/// csubj:pass and csubj:outer into csubj, advcl:relcl into advcl, nmod:desc and nmod:unmarked into
/// nmod, det:predet into det, cc:preconj into cc; reparandum, goeswith, orphan and dislocated into
/// dep. The order is part of the format of the weights.
enum class Relation : std::uint8_t {
  root,
  nsubj,
  nsubj_pass,
  csubj,
  obj,
  iobj,
  ccomp,
  xcomp,
  obl,
  obl_agent,
  obl_unmarked,
  advmod,
  advcl,
  acl,
  acl_relcl,
  nmod,
  nmod_poss,
  amod,
  nummod,
  appos,
  compound,
  compound_prt,
  flat,
  fixed,
  conj,
  cc,
  case_mark,
  mark,
  det,
  aux,
  aux_pass,
  cop,
  expl,
  parataxis,
  discourse,
  vocative,
  list,
  dep,
  punct,
};

inline constexpr std::array<Name<Relation>, 39> kRelationNames{{
    {Relation::root, "root"},
    {Relation::nsubj, "nsubj"},
    {Relation::nsubj_pass, "nsubj:pass"},
    {Relation::csubj, "csubj"},
    {Relation::obj, "obj"},
    {Relation::iobj, "iobj"},
    {Relation::ccomp, "ccomp"},
    {Relation::xcomp, "xcomp"},
    {Relation::obl, "obl"},
    {Relation::obl_agent, "obl:agent"},
    {Relation::obl_unmarked, "obl:unmarked"},
    {Relation::advmod, "advmod"},
    {Relation::advcl, "advcl"},
    {Relation::acl, "acl"},
    {Relation::acl_relcl, "acl:relcl"},
    {Relation::nmod, "nmod"},
    {Relation::nmod_poss, "nmod:poss"},
    {Relation::amod, "amod"},
    {Relation::nummod, "nummod"},
    {Relation::appos, "appos"},
    {Relation::compound, "compound"},
    {Relation::compound_prt, "compound:prt"},
    {Relation::flat, "flat"},
    {Relation::fixed, "fixed"},
    {Relation::conj, "conj"},
    {Relation::cc, "cc"},
    {Relation::case_mark, "case"},
    {Relation::mark, "mark"},
    {Relation::det, "det"},
    {Relation::aux, "aux"},
    {Relation::aux_pass, "aux:pass"},
    {Relation::cop, "cop"},
    {Relation::expl, "expl"},
    {Relation::parataxis, "parataxis"},
    {Relation::discourse, "discourse"},
    {Relation::vocative, "vocative"},
    {Relation::list, "list"},
    {Relation::dep, "dep"},
    {Relation::punct, "punct"},
}};

inline constexpr int kRelations = static_cast<int>(kRelationNames.size());

}  // namespace claimtrail
