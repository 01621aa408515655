/// A made-up agreement, short and plain.
let samplePaperText = """
    MUTUAL NON-DISCLOSURE AGREEMENT

    1. Definitions. "Confidential Information" means any information that one party discloses to the other and \
    that is marked as confidential or should reasonably be understood to be confidential.

    2. Use. The Recipient shall use the Confidential Information solely for the purpose of evaluating a \
    business relationship between the parties.

    3. Non-disclosure. The Recipient shall not disclose the Confidential Information to any third party without \
    the prior written consent of the Discloser.

    4. Artificial intelligence. The Recipient shall not input Confidential Information into any generative \
    artificial intelligence tool that uses it to train its models.

    5. Term. This Agreement commences on the Effective Date and continues for two (2) years. The obligations \
    of confidentiality survive expiry for a period of three (3) years.

    6. Return. Upon termination of this Agreement the Recipient shall within thirty (30) days return or destroy \
    all Confidential Information.

    7. Governing law. This Agreement is governed by the laws of Norway.
    """
