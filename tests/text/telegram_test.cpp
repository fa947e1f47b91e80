#include "text/files.hpp"

namespace parley::text {
namespace {

using namespace std::chrono_literals;

TEST(Telegram, TheMessagesOfADayAreAReport) {
  const Decoded all = decoded(
      R"({"name": "Ostria MFA", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "service", "date": "2026-03-04T09:00:00", "text": "Channel created"},
        {"id": 2, "type": "message", "date": "2026-03-05T09:00:00", "text": ["We will ", {"type": "bold", "text": "not"}, " sign.\nNever."]},
        {"id": 3, "type": "message", "date": "2026-03-05T19:00:00", "text": "", "photo": "x"},
        {"id": 4, "type": "message", "date": "2026-03-05T20:00:00", "forwarded_from": "Velmar MFA", "text": "Nor we."},
        {"id": 5, "type": "message", "date": "2026-03-06T08:00:00", "text": "We signed."}]})",
      "result.json");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].text, "We will not sign.\n\nNever.\n\nVelmar MFA: Nor we.");
  EXPECT_EQ(all.documents[0].source.published, 2026y / 3 / 5);
  EXPECT_EQ(all.documents[0].source.publisher, "Ostria MFA");
  EXPECT_EQ(all.documents[1].name, "result.json#2026-03-06");
}

TEST(Telegram, InAGroupEachMessageHasItsSpeaker) {
  EXPECT_EQ(the_document(
                R"({"name": "Envoys", "type": "private_group", "messages": [
                {"type": "message", "date": "2026-03-05T09:00:00", "from": "Ivo Reed", "text": "Agreed."}]})",
                "result.json")
                .text,
            "Ivo Reed: Agreed.");
}

TEST(Telegram, AMessageWithoutADayIsUndated) {
  const Decoded all = decoded(
      R"({"name": "x", "messages": [{"type": "message", "date": "2026-03-5é", "text": "A."},
          {"type": "message", "date": "éééééééééééé", "text": "B."}]})",
      "result.json");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].name, "result.json#2026-03-05");
  EXPECT_EQ(all.documents[1].name, "result.json#undated");
}

TEST(Telegram, ABrokenExportIsRefused) {
  EXPECT_EQ(refused(R"({"name": "x", "messages": [)", "result.json"), "damaged");
}

}  // namespace
}  // namespace parley::text
