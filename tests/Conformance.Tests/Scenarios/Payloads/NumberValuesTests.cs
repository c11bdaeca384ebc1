using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class NumberValuesTests
{
    [Test]
    public void Bounds_are_moved_to_the_nearest_valid_step()
    {
        var schema = Number() with { Minimum = 0.015m, Maximum = 0.999m, MultipleOf = 0.01m };
        NumberValues.LeastOf(schema).Should().Be(0.02m);
        NumberValues.GreatestOf(schema).Should().Be(0.99m);
    }

    [Test]
    public void Exclusive_bounds_are_one_step_further_in()
    {
        var schema = Number() with { Types = JsonTypes.Integer, ExclusiveMinimum = 0, ExclusiveMaximum = 10 };
        NumberValues.LeastOf(schema).Should().Be(1);
        NumberValues.GreatestOf(schema).Should().Be(9);
    }

    [Test]
    public void The_tighter_of_two_bounds_counts()
    {
        var schema = Number() with
        {
            Types = JsonTypes.Integer,
            Minimum = 5,
            ExclusiveMinimum = 2,
            Maximum = 7,
            ExclusiveMaximum = 20,
        };
        NumberValues.LeastOf(schema).Should().Be(5);
        NumberValues.GreatestOf(schema).Should().Be(7);
    }

    private static SchemaNode Number() => new() { Location = SourceLocation.None, Types = JsonTypes.Number };
}
