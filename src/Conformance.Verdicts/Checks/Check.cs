using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;

namespace Conformance.Verdicts.Checks;

/// <summary>Judges one kind of expectation. Its name is the sentence that holds when it passes.</summary>
internal interface ICheck
{
    /// <summary>Name of the check, and of the expectation it judges.</summary>
    string Name { get; }

    /// <summary>Type of the expectation it judges.</summary>
    Type Judges { get; }
}

/// <summary>Judges an expectation on one exchange.</summary>
internal interface IExchangeCheck : ICheck
{
    /// <summary>Judges one answered exchange.</summary>
    /// <param name="expectation">What must be seen.</param>
    /// <param name="seen">What was seen.</param>
    Judgement Judge(ExchangeExpectation expectation, SeenExchange seen);
}

/// <summary>Judges an expectation over several exchanges.</summary>
internal interface ICaseCheck : ICheck
{
    /// <summary>Judges a recorded case.</summary>
    /// <param name="expectation">What must be seen.</param>
    /// <param name="seen">What was seen.</param>
    Judgement Judge(CaseExpectation expectation, SeenCase seen);
}

/// <summary>The check of one type of exchange expectation.</summary>
/// <typeparam name="T">The expectation.</typeparam>
internal abstract class ExchangeCheck<T> : IExchangeCheck
    where T : ExchangeExpectation
{
    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public Type Judges => typeof(T);

    /// <inheritdoc />
    public Judgement Judge(ExchangeExpectation expectation, SeenExchange seen) => Judge((T)expectation, seen);

    /// <summary>Judges one answered exchange.</summary>
    /// <param name="expected">What must be seen.</param>
    /// <param name="seen">What was seen.</param>
    protected abstract Judgement Judge(T expected, SeenExchange seen);
}

/// <summary>The check of one type of case expectation.</summary>
/// <typeparam name="T">The expectation.</typeparam>
internal abstract class CaseCheck<T> : ICaseCheck
    where T : CaseExpectation
{
    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public Type Judges => typeof(T);

    /// <inheritdoc />
    public Judgement Judge(CaseExpectation expectation, SeenCase seen) => Judge((T)expectation, seen);

    /// <summary>Judges a recorded case.</summary>
    /// <param name="expected">What must be seen.</param>
    /// <param name="seen">What was seen.</param>
    protected abstract Judgement Judge(T expected, SeenCase seen);

    /// <summary>Says that a step the sentence speaks of was not carried out or not answered.</summary>
    /// <param name="step">Name of the step.</param>
    /// <param name="demand">What should have been seen.</param>
    protected static Judgement StepIsMissing(string step, string demand) =>
        Judgement.NotJudged(
            $"step {step}",
            demand,
            "the step was not carried out, or not answered",
            "see why the step did not work out"
        );
}
