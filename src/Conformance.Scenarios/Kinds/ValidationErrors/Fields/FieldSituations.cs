using System.Collections.Immutable;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>All situations of single fields, in the order of their cases.</summary>
internal static class FieldSituations
{
    /// <summary>The list.</summary>
    public static ImmutableArray<IFieldSituation> All { get; } =
    [
        new FieldIsMissing(),
        new FieldIsNull(),
        new FieldHasWrongType(),
        new NumberIsAtItsBounds(),
        new NumberIsOffItsStep(),
        new TextIsAtItsLengths(),
        new TextIsUnusual(),
        new TextMissesItsPattern(),
        new TextMissesItsFormat(),
        new ValueIsNoMember(),
        new ArrayIsAtItsCounts(),
        new ObjectHasOtherProperties(),
    ];
}
