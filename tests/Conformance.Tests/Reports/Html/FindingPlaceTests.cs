using Conformance.Reports.Html.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports.Html;

public sealed class FindingPlaceTests
{
    [TestCase("response 200, body, $.items[0].price", "$.items[0].price")]
    [TestCase("step replay, response 200, body, $", "$")]
    [TestCase("response 201, body", "$")]
    [TestCase("delivery of thing.made, body, $.event_id", "$.event_id")]
    public void A_place_in_a_body_is_its_path(string where, string path) =>
        FindingPlace.Read(where).Should().Be(new FindingPlace.Body(path));

    [TestCase("response 401, header WWW-Authenticate", "WWW-Authenticate")]
    [TestCase("step send, response 429, header Retry-After", "Retry-After")]
    [TestCase("delivery of thing.made, X-Signature header", "X-Signature")]
    public void A_header_is_its_name(string where, string name) =>
        FindingPlace.Read(where).Should().Be(new FindingPlace.Header(name));

    [Test]
    public void The_status_line_is_itself() =>
        FindingPlace.Read("response 200, status line").Should().Be(new FindingPlace.StatusLine());

    [TestCase("step send")]
    [TestCase("GET /things, an undeclared query parameter")]
    public void Other_places_are_no_line(string where) => FindingPlace.Read(where).Should().BeNull();
}
