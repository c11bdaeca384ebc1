using Conformance.Execution.Steps;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class RunValuesTests
{
    private readonly RunValues values = new(Guid.NewGuid(), 1);

    [TestCase(1)]
    [TestCase(36)]
    [TestCase(255)]
    [TestCase(4096)]
    public void A_unique_value_has_the_length_asked_for(int length)
    {
        var value = values.Unique("case", "key", length);

        value.Should().HaveLength(length).And.Be(values.Unique("case", "key", length));
    }

    [Test]
    public void Unique_values_differ_by_case_and_name_and_fresh_ones_always()
    {
        string[] all =
        [
            values.Unique("a", "b"),
            values.Unique("a", "c"),
            values.Unique("b", "b"),
            values.Unique("ab", ""),
            .. Enumerable.Range(0, 100).Select(_ => values.Fresh()),
        ];

        all.Should().OnlyHaveUniqueItems().And.OnlyContain(v => v.Length == 36 && v[14] == '4');
    }
}
