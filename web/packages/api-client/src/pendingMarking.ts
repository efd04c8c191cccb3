/**
 * Marking and results as their controllers have them. Each entry loses its effect as soon as the generated contract
 * holds it; delete the file then.
 */
export interface paths {
  '/api/marking/next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['next'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/marking/answers/{id}/marks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['mark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/marking-leader/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/marking-leader/arbitrations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['arbitrations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/marking-leader/arbitrations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['arbitrate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/results/{sitting}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['results'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/results/{sitting}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['approveResults'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/results/{sitting}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['releaseResults'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/candidate/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['candidateResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    MarkingPointView: {
      keywords: string[];
      points: number;
      text: string;
    };
    AnswerOnDesk: {
      answer: string;
      /** Format: int32 */
      answerLength: number;
      code: string;
      fullPoints: number;
      /** Format: uuid */
      id: string;
      markingPoints: components['schemas']['MarkingPointView'][];
      modelAnswer: string;
      rationale: string;
      stem: string;
    };
    MarkingDeskView: {
      answer?: components['schemas']['AnswerOnDesk'];
      /** Format: int32 */
      markedToday: number;
      threshold: number;
      /** Format: int32 */
      waiting: number;
    };
    MarkRequest: {
      given: number[];
      remark?: string;
    };
    MarkUnderArbitration: {
      given: number[];
      points: number;
      /** Format: int32 */
      position: number;
      remark: string;
    };
    ArbitrationCase: {
      answer: components['schemas']['AnswerOnDesk'];
      marks: components['schemas']['MarkUnderArbitration'][];
    };
    ItemMarkingProgress: {
      /** Format: int32 */
      awaiting: number;
      /** Format: int32 */
      awaitingArbitration: number;
      /** Format: int32 */
      awaitingThird: number;
      /** Format: int32 */
      decided: number;
      stem: string;
    };
    ArbitrationRequest: {
      given: number[];
      reason: string;
    };
    ResultRow: {
      extendedText: number;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      level: 'JUNIOR' | 'INTERMEDIATE' | 'SENIOR';
      maskedIdNumber: string;
      multipleChoice: number;
      name: string;
      passed: boolean;
      singleChoice: number;
      /** @enum {string} */
      state: 'COMPOSED' | 'APPROVED' | 'RELEASED';
      ticketNumber: string;
      total: number;
    };
    SittingResultsView: {
      /** Format: int64 */
      approved: number;
      /** Format: int64 */
      composed: number;
      passMark: number;
      /** Format: int64 */
      released: number;
      rows: components['schemas']['ResultRow'][];
      /** Format: int32 */
      scriptsMarked: number;
      /** Format: int32 */
      scriptsReceived: number;
    };
    ResultsActed: {
      /** Format: int32 */
      count: number;
    };
    ReleasedScores: {
      extendedText: number;
      multipleChoice: number;
      passMark: number;
      passed: boolean;
      /** Format: date-time */
      releasedAt: string;
      singleChoice: number;
      total: number;
    };
    CandidateResultView: {
      /** @enum {string} */
      level: 'JUNIOR' | 'INTERMEDIATE' | 'SENIOR';
      /** Format: date */
      promisedBy: string;
      promisedProvisional: boolean;
      released?: components['schemas']['ReleasedScores'];
      sittingCode: string;
      sittingName: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  next: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['MarkingDeskView'];
        };
      };
    };
  };
  mark: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarkRequest'];
      };
    };
    responses: {
      /** @description OK */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  progress: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['ItemMarkingProgress'][];
        };
      };
    };
  };
  arbitrations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['ArbitrationCase'][];
        };
      };
    };
  };
  arbitrate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArbitrationRequest'];
      };
    };
    responses: {
      /** @description OK */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  results: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sitting: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['SittingResultsView'];
        };
      };
    };
  };
  approveResults: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sitting: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['ResultsActed'];
        };
      };
    };
  };
  releaseResults: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sitting: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['ResultsActed'];
        };
      };
    };
  };
  candidateResults: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': components['schemas']['CandidateResultView'][];
        };
      };
    };
  };
}
