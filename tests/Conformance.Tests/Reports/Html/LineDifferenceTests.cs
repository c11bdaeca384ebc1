using Conformance.Reports.Html.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports.Html;

public sealed class LineDifferenceTests
{
    [Test]
    public void What_only_one_text_has_is_marked_and_the_rest_stands_once() =>
        LineDifference
            .Of("{\n  \"id\": 1,\n  \"at\": 5\n}", "{\n  \"id\": 2,\n  \"at\": 5,\n  \"new\": 0\n}")
            .Should()
            .Equal(" {", "-  \"id\": 1,", "+  \"id\": 2,", "   \"at\": 5,", "+  \"new\": 0", " }");

    [Test]
    public void Texts_too_long_to_compare_are_not_compared() =>
        LineDifference.Of(new string('\n', 500), "a").Should().BeNull();
}
