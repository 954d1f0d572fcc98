#include "sources/page/html_tree.h"

namespace claimtrail {
namespace {

// "div(p(one)p(two))": element names and texts; the body itself and blank texts are left out.
std::string outline(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  std::string out;
  std::vector<std::uint32_t> ends;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) {
      out += ')';
      ends.pop_back();
    }
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::body) continue;
    if (node.tag == Tag::text) {
      if (node.text != " ") out += node.text;
      continue;
    }
    out += node.text;
    out += '(';
    ends.push_back(node.end);
  }
  out.append(ends.size(), ')');
  return out;
}

TEST(HtmlTree, ClosesWhatHtmlLeavesOpen) {
  EXPECT_EQ(outline("<div><p>one<p>two</div>three"), "div(p(one)p(two))three");
  EXPECT_EQ(outline("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"), "ul(li(a)li(bul(li(c)))li(d))");
  EXPECT_EQ(outline("<table><tr><td>a<td>b<tr><td>c</table>x"), "table(tr(td(a)td(b))tr(td(c)))x");
  EXPECT_EQ(outline("<p>a<div>b</div>"), "p(a)div(b)");
  EXPECT_EQ(outline("<h1>a<h2>b</h2>"), "h1(a)h2(b)");
  EXPECT_EQ(outline("<dl><dt>a<dd>b<dt>c</dl>"), "dl(dt(a)dd(b)dt(c))");
}

TEST(HtmlTree, IgnoresStrayEndTags) {
  EXPECT_EQ(outline("<div>a</span></p></section>b</div>"), "div(ab)");
  EXPECT_EQ(outline("<td>a</div>b"), "td(ab)");
  EXPECT_EQ(outline("<div><b>a<p>b</b>c</p></div>d"), "div(b(ap(bc)))d");
}

TEST(HtmlTree, HasOneBody) {
  for (const char* html : {"x", "<p>x", "<html><body><p>x", "<head><title>t</title></head><p>x",
                           "<title>t</title>x<body class=late>y</body>z"}) {
    const HtmlTree tree = parse_html(html);
    int bodies = 0;
    for (const HtmlNode& node : tree.nodes) bodies += node.tag == Tag::body ? 1 : 0;
    EXPECT_EQ(bodies, 1) << html;
  }
}

TEST(HtmlTree, VoidElementsHoldNothing) {
  EXPECT_EQ(outline("a<br>b<img src=x>c<br/>d</br>e"), "abr()bimg()cbr()dbr()e");
}

TEST(HtmlTree, ScriptsAndStylesAreNoText) {
  EXPECT_EQ(outline("<script>if (a<b) document.write('<p>x</p>')</script>y"), "script()y");
  EXPECT_EQ(outline("<style>p{}</style>y"), "style()y");
  EXPECT_EQ(outline("<script type='application/ld+json'>{\"a\":1}</script>"), "script({\"a\":1})");
  EXPECT_EQ(outline("<title>a <b> c &amp; d</title>"), "title(a <b> c & d)");
}

TEST(HtmlTree, AnUnclosedTitleDoesNotSwallowThePage) {
  EXPECT_EQ(outline("<title>a<p>b"), "title(ap(b))");
}

TEST(HtmlTree, CommentsAndDeclarationsAreSkipped) {
  EXPECT_EQ(outline("<!DOCTYPE html><!-- <p>x</p> -->a<?php y ?>b<![CDATA[c]]>"), "abc");
  EXPECT_EQ(outline("a<!-- never closed <p>b</p>"), "a never closed p(b)");
  EXPECT_EQ(outline("a <3 b"), "a <3 b");
}

TEST(HtmlTree, KnowsWhichTextIsLinked) {
  const HtmlTree tree = parse_html("<a href=1>in</a>out<div><a href=2><p>in</p></div>out");
  std::string in;
  std::string out;
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag == Tag::text) (node.link != 0 ? in : out) += node.text;
  }
  EXPECT_EQ(in, "inin");
  EXPECT_EQ(out, "outout");
}

TEST(HtmlTree, ALinkAroundBlocksEndsWhereItIsClosed) {
  const HtmlTree tree = parse_html("<a href=1><div>in</a>out</div>");
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag != Tag::text) continue;
    EXPECT_EQ(node.link != 0, node.text == "in");
  }
}

TEST(HtmlTree, ReadsAttributes) {
  const HtmlTree tree = parse_html("<p CLASS='a &amp; b' id=c data-x hidden=''>");
  EXPECT_EQ(tree.attribute(2, "class"), "a & b");
  EXPECT_EQ(tree.attribute(2, "id"), "c");
  EXPECT_TRUE(tree.has_attribute(2, "data-x"));
  EXPECT_TRUE(tree.has_attribute(2, "hidden"));
  EXPECT_FALSE(tree.has_attribute(2, "title"));
}

TEST(HtmlTree, MovingKeepsTheTextValid) {
  HtmlTree tree = parse_html("<p title='&lt;'>a &amp; b</p>");
  const HtmlTree moved = std::move(tree);
  EXPECT_EQ(moved.text_of(2), "a & b");
  EXPECT_EQ(moved.attribute(2, "title"), "<");
}

TEST(HtmlTree, SubtreesNest) {
  const HtmlTree tree = parse_html("<div><p>a<b>c</div><ul><li>d<p>e</ul>");
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    EXPECT_LT(tree.nodes[i].parent, i);
    EXPECT_LE(tree.nodes[i].end, tree.nodes[tree.nodes[i].parent].end);
  }
}

}  // namespace
}  // namespace claimtrail
