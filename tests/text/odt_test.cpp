#include "text/files.hpp"

namespace parley::text {
namespace {

TEST(Odt, HeadingsListsTablesAndNotes) {
  const std::string styles =
      R"x(<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
         <text:list-style style:name="L1">
           <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
           <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
         </text:list-style>)x";
  const std::string body =
      R"x(<text:p text:style-name="P1">Dam accord</text:p>
         <text:h text:outline-level="1">Water</text:h>
         <text:p>Both<text:s text:c="2"/>share the <text:span>lake</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Lake Orin.</text:p></text:note-body></text:note>.</text:p>
         <text:list text:style-name="L1">
           <text:list-item><text:p>Gates open</text:p>
             <text:list><text:list-item><text:p>in spring</text:p></text:list-item>
                        <text:list-item><text:p>in autumn</text:p></text:list-item></text:list></text:list-item>
           <text:list-item><text:p>Roads open</text:p></text:list-item></text:list>
         <table:table><table:table-row><table:table-cell><text:p>Toll</text:p></table:table-cell>
           <table:table-cell><text:p>Five</text:p></table:table-cell></table:table-row></table:table>)x";
  EXPECT_EQ(blocks_of(the_document(odt_of(body, styles), "accord.odt")),
            "title: Dam accord\nheading: Water\nparagraph: Both share the lake.\nnote: Lake Orin.\n"
            "item: 1. Gates open\nitem: (a) in spring\nitem: (b) in autumn\nitem: 2. Roads open\n"
            "paragraph: Toll\nparagraph: Five\n");
}

TEST(Odt, TheNewestTextIsReadWithoutCommentsAndDeletions) {
  const std::string body =
      R"x(<text:tracked-changes><text:changed-region><text:deletion><text:p>Old words.</text:p></text:deletion></text:changed-region></text:tracked-changes>
         <text:p>New <office:annotation><text:p>Really?</text:p></office:annotation>words.</text:p>)x";
  EXPECT_EQ(the_document(odt_of(body), "draft.odt").text, "New words.");
}

}  // namespace
}  // namespace parley::text
