using Conformance.Reports.Html.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports.Html;

public sealed class PrettyBodyTests
{
    [Test]
    public void Json_is_broken_into_lines_and_is_otherwise_what_was_sent() =>
        PrettyBody
            .Of("""{"a":1.0,"a":1e2,"b":["\u0041",{}],"c":[]}""")
            .Text.Should()
            .Be(
                """
                {
                  "a": 1.0,
                  "a": 1e2,
                  "b": [
                    "\u0041",
                    {}
                  ],
                  "c": []
                }
                """
            );

    [TestCase("plain text")]
    [TestCase("")]
    [TestCase("{\"cut\": ")]
    [TestCase("<html></html>")]
    [TestCase("[1] trailing")]
    public void What_is_no_json_stays_as_it_is(string body)
    {
        PrettyBody.Of(body).Text.Should().Be(body);
        PrettyBody.Of(body).LineOf("$.a").Should().BeNull();
    }

    [TestCase("$", 1)]
    [TestCase("$.items", 2)]
    [TestCase("$.items[1].price", 7)]
    [TestCase("$.items[1].missing", 6, TestName = "A member that is missing is shown where its object begins")]
    [TestCase("$.total.amount", 10, TestName = "A name with a dot in it")]
    public void A_place_has_its_line(string path, int line) =>
        PrettyBody.Of("""{"items":[{"price":1},{"price":2}],"total.amount":3}""").LineOf(path).Should().Be(line);

    [Test]
    public void Half_a_character_in_a_name_is_no_obstacle() =>
        PrettyBody.Of("""{"\ud800":1}""").Text.Should().Contain("""  "\ud800": 1""");

    [Test]
    public void Very_deep_bodies_do_not_drown_in_blanks()
    {
        var deep = new string('[', 400) + new string(']', 400);
        PrettyBody.Of(deep).Text.Length.Should().BeLessThan(400 * 2 * 50);
    }
}
