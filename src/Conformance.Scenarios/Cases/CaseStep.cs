using System.Collections.Immutable;
using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Expectations;

namespace Conformance.Scenarios.Cases;

/// <summary>One thing that is done in a case. The name is unique in its case; exchanges carry it.</summary>
/// <param name="Name">For example <c>create</c>, <c>replay</c>, <c>read back</c>.</param>
public abstract record CaseStep(string Name)
{
    /// <summary>The greatest number of requests the step sends to the API.</summary>
    public virtual int MaxRequests => 0;

    /// <summary>What the step sends; null when it sends nothing.</summary>
    public virtual RequestTemplate? Sends => null;

    /// <summary>Whether the step sends only safe methods and touches no provider state.</summary>
    public virtual bool IsReadOnly => true;

    /// <summary>One request is sent.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Request">What is sent.</param>
    public sealed record Send(string Name, RequestTemplate Request) : CaseStep(Name)
    {
        /// <summary>What must be seen on the exchange.</summary>
        public ImmutableArray<ExchangeExpectation> Expectations { get; init; } = [];

        /// <summary>What is remembered of the response.</summary>
        public ImmutableArray<Capture> Captures { get; init; } = [];

        /// <summary>
        /// Whether the case only rests on this step (creating what another step reads): when its expectations do not
        /// hold, the case is inconclusive instead of failed, and its remaining steps are not carried out.
        /// </summary>
        public bool IsArrangement { get; init; }

        /// <summary>
        /// Whether a 429 is an answer like any other: the request goes at once, whatever the published limit has room
        /// for, and is not repeated when it is refused.
        /// </summary>
        public bool SeesRefusal { get; init; }

        /// <summary>
        /// Name of an earlier step that must have been answered 2xx for this one to be carried out; null when it always
        /// is. What was refused leaves nothing to look at, and that is no gap.
        /// </summary>
        public string? OnlyAfterSuccessOf { get; init; }

        /// <inheritdoc />
        public override int MaxRequests => Request.Target is RequestTarget.Api ? 1 : 0;

        /// <inheritdoc />
        public override bool IsReadOnly => Request.IsSafe;

        /// <inheritdoc />
        public override RequestTemplate? Sends => Request;
    }

    /// <summary>The same request is sent several times at once, on separate connections, released together.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Request">What is sent; run-unique values are shared by all of them.</param>
    /// <param name="Count">How many.</param>
    public sealed record SendConcurrently(string Name, RequestTemplate Request, int Count) : CaseStep(Name)
    {
        /// <summary>What must be seen on each exchange.</summary>
        public ImmutableArray<ExchangeExpectation> Expectations { get; init; } = [];

        /// <inheritdoc />
        public override int MaxRequests => Count;

        /// <inheritdoc />
        public override bool IsReadOnly => Request.IsSafe;

        /// <inheritdoc />
        public override RequestTemplate? Sends => Request;
    }

    /// <summary>The same request is sent until it is answered 429, or <paramref name="AtMost"/> have been sent. Client-side courtesy is off.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Request">What is sent.</param>
    /// <param name="AtMost">Upper bound, from the published limit, burst and environment factor.</param>
    public sealed record SendUntilLimited(string Name, RequestTemplate Request, int AtMost) : CaseStep(Name)
    {
        /// <summary>What must be seen on the exchange that was limited.</summary>
        public ImmutableArray<ExchangeExpectation> Expectations { get; init; } = [];

        /// <summary>
        /// Whether the step is content with a limit that another case has used up and that is used up still: then only
        /// that case's refusal is recorded here, and nothing is sent.
        /// </summary>
        public bool IsShared { get; init; }

        /// <summary>
        /// When enough were served of what is certainly one window, so that no more need be sent; null when there is no
        /// telling windows apart.
        /// </summary>
        public OneWindow? Enough { get; init; }

        /// <summary>Whether the step goes on in the window it is carried out in; otherwise it waits for an unused one.</summary>
        public bool GoesOn { get; init; }

        /// <inheritdoc />
        public override int MaxRequests => AtMost;

        /// <inheritdoc />
        public override bool IsReadOnly => Request.IsSafe;

        /// <inheritdoc />
        public override RequestTemplate? Sends => Request;
    }

    /// <summary>The target is put into a state, by its provider-states URL or a fixture; undone when the case ends.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="State">The phrase of the specification.</param>
    /// <param name="IsRequired">
    /// True: without the state the case is inconclusive. False: a precondition that ordinary data is assumed to meet;
    /// the state is asked for where the target can be asked, and the case goes on otherwise.
    /// </param>
    public sealed record EnterState(string Name, string State, bool IsRequired) : CaseStep(Name)
    {
        /// <inheritdoc />
        public override bool IsReadOnly => false;
    }

    /// <summary>A state that the case entered is left before the case ends, to see what remains of it.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="State">The phrase of the specification.</param>
    public sealed record LeaveState(string Name, string State) : CaseStep(Name)
    {
        /// <inheritdoc />
        public override bool IsReadOnly => false;
    }

    /// <summary>Time passes on the target: by its test clock, by waiting, or not at all when that exceeds the longest wait allowed.</summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Amount">How much.</param>
    public sealed record PassTime(string Name, TimeSource Amount) : CaseStep(Name);

    /// <summary>The case's own token is forgotten, so that the next managed request fetches a new one.</summary>
    /// <param name="Name">Name of the step.</param>
    public sealed record ForgetToken(string Name) : CaseStep(Name);

    /// <summary>
    /// From here on the deliveries of one event are answered by a script, from the next one that the case itself causes.
    /// Until that one has come, no other case with a script may cause any.
    /// </summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Event">Name of the event.</param>
    /// <param name="Script">The answers.</param>
    public sealed record AnswerDeliveries(string Name, string Event, DeliveryScript Script) : CaseStep(Name);

    /// <summary>
    /// Deliveries of one event are waited for and written down. None in time is no obstacle: expectations judge it.
    /// </summary>
    /// <param name="Name">Name of the step.</param>
    /// <param name="Event">Name of the event.</param>
    public sealed record AwaitDeliveries(string Name, string Event) : CaseStep(Name)
    {
        /// <summary>Name of the captured identifier of the resource the event is about; null when nothing tells it.</summary>
        public string? Resource { get; init; }

        /// <summary>How many attempts are waited for; time is passed for those after the first.</summary>
        public int Attempts { get; init; } = 1;

        /// <summary>Whether time is passed afterwards until a further attempt would have come.</summary>
        public bool SeesNoMore { get; init; }

        /// <summary>When attempts are due; null where only the first one is waited for.</summary>
        public RetryTimes? Times { get; init; }

        /// <summary>Whether deliveries of the event that are about no known resource are written down too.</summary>
        public bool SeesUnexplained { get; init; }
    }
}

/// <summary>How much time passes.</summary>
public abstract record TimeSource
{
    /// <summary>A fixed time of the target's clock.</summary>
    /// <param name="Duration">How long.</param>
    public sealed record Fixed(TimeSpan Duration) : TimeSource;

    /// <summary>What the <c>Retry-After</c> header of a step's last response says, and a little more.</summary>
    /// <param name="Step">Name of that step.</param>
    public sealed record RetryAfterOf(string Step) : TimeSource;

    /// <summary>Half of what the <c>Retry-After</c> header of a step's last response says.</summary>
    /// <param name="Step">Name of that step.</param>
    public sealed record HalfRetryAfterOf(string Step) : TimeSource;

    /// <summary>Until a captured token's <c>expires_in</c> is over (plus <paramref name="Offset"/>, which may be negative).</summary>
    /// <param name="Step">Name of the step whose response carried the token, or of one sent with the managed token.</param>
    /// <param name="Offset">Added to the moment of expiry.</param>
    public sealed record UntilTokenExpiry(string Step, TimeSpan Offset) : TimeSource;
}

/// <summary>What is remembered of a response, to be used by later steps.</summary>
/// <param name="Name">Name it is remembered by.</param>
/// <param name="BodyField">Path of a body field, for example <c>order_id</c>; null when a header is remembered.</param>
/// <param name="Header">Name of a header; null when a body field is remembered.</param>
public sealed record Capture(string Name, string? BodyField, string? Header = null);

/// <summary>Answers that tell one and the same end of their window.</summary>
/// <param name="Header">The header that tells it.</param>
/// <param name="Requests">How many of them are enough.</param>
public sealed record OneWindow(string Header, int Requests);
